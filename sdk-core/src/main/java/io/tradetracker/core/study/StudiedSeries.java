package io.tradetracker.core.study;

import io.tradetracker.api.market.CandleSeries;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** A series in which entries are looked for, tried, and drawn by chance. */
final class StudiedSeries {
    private final CandleSeries candles;
    private final TrueRanges ranges;
    private final StudySettings settings;
    private final int last;
    private final int[] entries;

    StudiedSeries(CandleSeries candles, StudySettings settings) {
        this.candles = candles;
        this.settings = settings;
        ranges = TrueRanges.of(candles);
        // a later entry could not be followed to its end, and those that end soon alone would distort the shares
        last = candles.size() - 1 - settings.horizon();
        entries = IntStream.rangeClosed(0, last).filter(i -> ranges.mean(i) > 0).toArray();
    }

    CandleSeries candles() {
        return candles;
    }

    /** {@return where a pattern is entered; empty when it is not} */
    Optional<Entry> entry(Occurrence found) {
        return switch (settings.entry()) {
            case WHEN_KNOWN -> found.direction() == 0 ? Optional.empty() : at(found.knownAt(), found);
            case WHEN_CONFIRMED -> confirmed(found);
        };
    }

    private Optional<Entry> confirmed(Occurrence found) {
        int end = Math.min(last, found.knownAt() + settings.horizon());
        int way = found.direction();
        for (int i = found.knownAt(); i <= end; i++) {
            double close = candles.close(i);
            if (way >= 0 && isBeyond(close, found.broken(1).confirmation(), 1)) {
                return at(i, found.broken(1));
            }
            if (way <= 0 && isBeyond(close, found.broken(-1).confirmation(), -1)) {
                return at(i, found.broken(-1));
            }
            if (way != 0 && way * (close - found.invalidation()) < 0) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean isBeyond(double close, double confirmation, int way) {
        return Double.isNaN(confirmation) || way * (close - confirmation) > 0;
    }

    private Optional<Entry> at(int candle, Occurrence found) {
        if (candle > last || !(ranges.mean(candle) > 0)) {
            return Optional.empty();
        }
        double unit = ranges.mean(candle);
        double close = candles.close(candle);
        double toTarget = found.direction() * (found.target() - close) / unit;
        double toInvalidation = found.direction() * (close - found.invalidation()) / unit;
        return toTarget > 0 && toInvalidation > 0
                ? Optional.of(new Entry(candle, found.direction(), toTarget, toInvalidation))
                : Optional.empty();
    }

    /** {@return how an entry ended; when one candle reaches both ends, it counts as invalidated} */
    Ending ending(Entry entry) {
        int way = entry.direction();
        double unit = ranges.mean(entry.candle());
        double close = candles.close(entry.candle());
        double target = close + way * entry.toTarget() * unit;
        double invalidation = close - way * entry.toInvalidation() * unit;
        int end = entry.candle() + settings.horizon();
        for (int i = entry.candle() + 1; i <= end; i++) {
            double best = way > 0 ? candles.high(i) : candles.low(i);
            double worst = way > 0 ? candles.low(i) : candles.high(i);
            if (way * (worst - invalidation) <= 0) {
                return new Ending(Outcome.INVALIDATED, i);
            }
            if (way * (best - target) >= 0) {
                return new Ending(Outcome.REACHED, i);
            }
        }
        return new Ending(Outcome.TIMED_OUT, end);
    }

    /** {@return how often random entries of this direction reach a target and avoid an invalidation as far away} */
    double chance(Entry entry, SplittableRandom random) {
        int reached = 0;
        for (int i = 0; i < settings.draws(); i++) {
            Ending ending = ending(entry.movedTo(entries[random.nextInt(entries.length)]));
            reached += ending.outcome() == Outcome.REACHED ? 1 : 0;
        }
        // one more of each, so that what never happened is not held to be impossible
        return (reached + 1.0) / (settings.draws() + 2.0);
    }
}
