package io.tradetracker.core.bot;

import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.FillView;
import io.tradetracker.api.strategy.Rejection;
import io.tradetracker.api.strategy.Strategy;
import io.tradetracker.api.strategy.StrategyFactory;
import io.tradetracker.api.strategy.StrategyView;
import java.util.Map;
import java.util.function.Function;

/** Decides by the number of candles it has seen, and says in its reasons what it hears. */
final class Script implements Strategy {
    private final Map<Integer, Function<StrategyView, Decision>> byCandle;

    private Script(Map<Integer, Function<StrategyView, Decision>> byCandle) {
        this.byCandle = byCandle;
    }

    /** {@return a strategy that decides these after so many candles, and else holds} */
    static StrategyFactory of(Map<Integer, Decision> decisions) {
        return context -> new Script(decisions.entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, each -> view -> each.getValue())));
    }

    @Override
    public Decision onCandle(StrategyView view) {
        return byCandle.getOrDefault(view.candles().size(), any -> Decision.hold())
                .apply(view);
    }

    @Override
    public Decision onFill(FillView fill, StrategyView view) {
        return Decision.hold()
                .reason("filled " + fill.reason() + " of " + fill.tag() + ", now "
                        + view.position().quantity());
    }

    @Override
    public Decision onRejected(Rejection rejection, StrategyView view) {
        return Decision.hold().reason("refused " + rejection.tag() + ": " + rejection.code());
    }
}
