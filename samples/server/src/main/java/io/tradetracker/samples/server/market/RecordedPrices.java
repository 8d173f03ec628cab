package io.tradetracker.samples.server.market;

import io.tradetracker.api.market.Print;
import io.tradetracker.core.feed.PrintSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A recording in memory: a replay, its history and its chart read it again and again. */
final class RecordedPrices implements PrintSource {
    private static final long WEEK_MILLIS = 7 * 86_400_000L;
    /** Millionths: finer than any price step, coarser than what adding leaves behind. */
    private static final double PRECISION = 1e6;

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
        long since = Duration.between(first(), marketTime).toMillis();
        return (int) Math.max(0, since / roundMillis()) + 1;
    }

    /** {@return the market time at which a round begins} */
    Instant startOf(int round) {
        return first().plusMillis((round - 1) * roundMillis());
    }

    /** {@return the market time of a round's last print} */
    Instant endOf(int round) {
        return last().plusMillis((round - 1) * roundMillis());
    }

    /** {@return a recorded price, moved so that each round begins where the one before ended} */
    double joined(double price, Instant marketTime) {
        int round = roundAt(marketTime);
        return round == 1 ? price : Math.rint((price + (round - 1) * rise()) * PRECISION) / PRECISION;
    }

    /** {@return what people should know when a round begins} */
    String announcement(Instant marketTime) {
        int round = roundAt(marketTime);
        return String.format(
                Locale.ROOT,
                "Round %d: the recorded prices start over. So that no position takes a jump that no market made, "
                        + "they are moved by %+.2f and go on where they ended; dates go on as well.",
                round,
                (round - 1) * rise());
    }

    private double rise() {
        return prints.get(prints.size() - 1).price() - prints.get(0).price();
    }

    private long roundMillis() {
        return (Duration.between(first(), last()).toMillis() / WEEK_MILLIS + 1) * WEEK_MILLIS;
    }
}
