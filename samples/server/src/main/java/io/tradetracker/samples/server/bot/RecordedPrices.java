package io.tradetracker.samples.server.bot;

import io.tradetracker.api.market.Print;
import io.tradetracker.core.feed.PrintSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A recording in memory: a replay, its history and its chart read it again and again. */
final class RecordedPrices implements PrintSource {
    private static final long WEEK_MILLIS = 7 * 86_400_000L;

    private final List<Print> prints;

    /** Reads a recording with at least one print. */
    RecordedPrices(PrintSource source) {
        try (Stream<Print> all = source.open()) {
            prints = all.toList();
        }
    }

    @Override
    public Stream<Print> open() {
        return prints.stream();
    }

    Instant first() {
        return prints.get(0).time();
    }

    Instant last() {
        return prints.get(prints.size() - 1).time();
    }

    /** {@return which time the recording runs at a moment of market time, from 1; each lasts whole weeks} */
    int roundAt(Instant marketTime) {
        long weeks = Duration.between(first(), last()).toMillis() / WEEK_MILLIS + 1;
        long since = Duration.between(first(), marketTime).toMillis();
        return (int) Math.max(0, since / (weeks * WEEK_MILLIS)) + 1;
    }
}
