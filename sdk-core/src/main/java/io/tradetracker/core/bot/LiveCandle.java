package io.tradetracker.core.bot;

import io.tradetracker.api.market.Candle;
import io.tradetracker.api.market.Print;
import java.time.Instant;

/**
 * A candle as its prints come in, in any order: the first by time opens it and the last by time closes it. Of several
 * at one time the one that came first opens, and the one that came last closes. Used by one thread.
 */
final class LiveCandle {
    private final Instant time;
    private long openMillis;
    private long closeMillis;
    private double open;
    private double high;
    private double low;
    private double close;
    private double volume;

    LiveCandle(Instant time, Print first) {
        this.time = time;
        openMillis = first.time().toEpochMilli();
        closeMillis = openMillis;
        open = first.price();
        high = open;
        low = open;
        close = open;
        volume = first.size();
    }

    /** {@return whether the candle now opens with this print, and not with the one that was thought to} */
    boolean add(Print print) {
        long millis = print.time().toEpochMilli();
        boolean opens = millis < openMillis;
        if (opens) {
            openMillis = millis;
            open = print.price();
        }
        if (millis >= closeMillis) {
            closeMillis = millis;
            close = print.price();
        }
        high = Math.max(high, print.price());
        low = Math.min(low, print.price());
        volume += print.size();
        return opens;
    }

    Candle toCandle() {
        return new Candle(time, open, high, low, close, volume);
    }
}
