package io.tradetracker.strategytestkit;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Print;
import io.tradetracker.core.feed.PrintSource;
import io.tradetracker.testkit.ManualFeed;
import java.time.Instant;
import java.util.stream.Stream;

/** Plays candles as prints when it is told to, in the thread that tells it. */
final class ScriptedFeed {
    private final CandleSeries candles;
    private final ManualFeed feed;

    /** Makes a feed that stands just before the first candle. */
    ScriptedFeed(CandleSeries candles) {
        this.candles = candles;
        feed = new ManualFeed(candles, candles.time(0).minusMillis(1));
    }

    ManualFeed feed() {
        return feed;
    }

    /**
     * Plays candles from their first print to just before their end.
     *
     * @param from first candle
     * @param to after the last candle
     */
    void play(int from, int to) {
        playInto(from, to);
        feed.passTo(endOf(to - 1).minusMillis(1));
    }

    /** Plays candles from their first print to the last of them, which is not over by then. */
    void playInto(int from, int to) {
        try (Stream<Print> prints = PrintSource.of(candles.slice(from, to)).open()) {
            prints.forEach(print -> feed.print(print.time(), print.price(), print.size()));
        }
    }

    /** Lets the last candle close. */
    void finish() {
        feed.passTo(endOf(candles.size() - 1));
    }

    /** Moves to just before a candle without playing. */
    void moveTo(int candle) {
        feed.moveTo(candles.time(candle).minusMillis(1));
    }

    private Instant endOf(int candle) {
        return candles.time(candle).plus(candles.timeframe().duration());
    }
}
