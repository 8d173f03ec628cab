package io.tradetracker.ta4j;

import io.tradetracker.api.strategy.MarketView;
import java.util.function.Predicate;
import org.ta4j.core.TradingRecord;

/** A rule of ta4j in a strategy. Used only by the thread that runs its strategy. */
public final class Ta4jRule {
    private final Ta4j bridge;
    private final Predicate<TradingRecord> rule;

    Ta4jRule(Ta4j bridge, Predicate<TradingRecord> rule) {
        this.bridge = bridge;
        this.rule = rule;
    }

    /**
     * {@return whether the rule is satisfied at the last closed candle of its bridge; false before there is one, and at
     * the unstable candles of the indicators in it}
     *
     * <p>A rule about the position reads the fills that {@link Ta4j#onFill} was told of, those of protective orders
     * too. Rules with a memory, such as {@code JustOnceRule}, count each call.
     *
     * @param view what {@code onCandle} was given, or {@code view.on(id)} for a bridge to another instrument
     * @throws IllegalArgumentException when the view is of another instrument than the bridge
     * @throws IllegalStateException when the rule reads the position and the bridge was not told of every fill
     */
    public boolean satisfied(MarketView view) {
        if (!view.instrument().id().equals(bridge.instrument())) {
            throw new IllegalArgumentException("a rule of " + bridge.instrument() + " was asked with a view of "
                    + view.instrument().id() + "; give it view.on(" + bridge.instrument() + ")");
        }
        return bridge.test(view, rule);
    }
}
