package io.tradetracker.pluginhost;

import io.tradetracker.api.strategy.StrategyContext;
import java.lang.reflect.Proxy;

/** A context that ends the making of a strategy as soon as it is used. */
final class ProbeContext {
    private ProbeContext() {}

    static StrategyContext create() {
        return (StrategyContext) Proxy.newProxyInstance(
                StrategyContext.class.getClassLoader(),
                new Class<?>[] {StrategyContext.class},
                (proxy, method, arguments) -> {
                    throw new Reached();
                });
    }

    private static final class Reached extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Reached() {
            super("this is no run yet", null, false, false);
        }
    }
}
