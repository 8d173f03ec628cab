package io.tradetracker.pluginhost;

import io.tradetracker.api.strategy.StrategyProvider;
import java.util.Objects;
import java.util.Set;

/** The parent of a plugin's class loader: the JDK's platform and, of the host, the API alone. No host resources. */
final class HostGate extends ClassLoader {
    private static final Set<String> PF4J = Set.of("org.pf4j.Extension", "org.pf4j.ExtensionPoint", "org.pf4j.Plugin");

    private final ClassLoader host;

    HostGate() {
        super("plugin-gate", ClassLoader.getPlatformClassLoader());
        host = Objects.requireNonNull(StrategyProvider.class.getClassLoader());
    }

    /** {@return whether a class always comes from the host, whatever the plugin's jar contains} */
    static boolean isOfHost(String className) {
        return className.startsWith("io.tradetracker.api.")
                || className.startsWith("org.jspecify.annotations.")
                || className.startsWith("org.pf4j.");
    }

    @Override
    protected Class<?> findClass(String className) throws ClassNotFoundException {
        boolean open = isOfHost(className) && (!className.startsWith("org.pf4j.") || PF4J.contains(className));
        if (!open) {
            throw new ClassNotFoundException(className + " is not part of the API that plugins may use");
        }
        return host.loadClass(className);
    }
}
