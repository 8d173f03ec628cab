package io.tradetracker.broker.capital.simulator;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A market at work: its last price, the day so far, its bars. */
final class Market {
    private final MarketSpec spec;
    private final CandleStore candles;
    private @Nullable Quote quote;
    private @Nullable Bar day;
    private boolean halted;

    Market(MarketSpec spec, CandleStore candles) {
        this.spec = spec;
        this.candles = candles;
        this.quote = candles.lastBeforeStart();
    }

    MarketSpec spec() {
        return spec;
    }

    String epic() {
        return spec.epic();
    }

    CandleStore candles() {
        return candles;
    }

    @Nullable
    Quote quote() {
        return quote;
    }

    /** {@return the day's prices so far, or null before its first quote} */
    @Nullable
    Bar day() {
        return day;
    }

    boolean isOpen(Instant now) {
        return quote != null && takesQuotes(now);
    }

    boolean takesQuotes(Instant now) {
        return !halted && spec.hours().isOpen(now);
    }

    void halt(boolean stop) {
        halted = stop;
    }

    void take(Quote next) {
        quote = next;
        Instant opened = Resolution.DAY.open(next.time());
        Bar tick = Bar.of(opened, next);
        day = day == null || !day.open().equals(opened) ? tick : day.then(tick);
        candles.add(next);
    }

    /** {@return the price a deal of this direction is done at now} */
    BigDecimal opening(Direction direction) {
        return last().opening(direction);
    }

    /** {@return the price a position of this direction is closed at now} */
    BigDecimal closing(Direction direction) {
        return last().closing(direction);
    }

    private Quote last() {
        if (quote == null) {
            throw new IllegalStateException(epic() + " has no price yet");
        }
        return quote;
    }
}
