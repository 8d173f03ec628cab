package io.tradetracker.core.study;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.indicators.candlestick.CandlestickPattern;
import io.tradetracker.indicators.chartpattern.ChartPattern;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A pattern that a study can try: one of the chart or candlestick patterns, or anything else that can be found in
 * candles. Immutable when its finder is.
 *
 * @param id its name in data, such as {@code double_top}
 * @param title its name for people
 * @param finder finds it
 */
public record StudiedPattern(String id, String title, Finder finder) {
    /** How far away the target of a candlestick pattern is set, in average true ranges. */
    public static final double USUAL_ATRS = 2;

    /** @throws IllegalArgumentException when the id is blank */
    public StudiedPattern {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a pattern needs an id");
        }
    }

    /** Finds a pattern in candles. */
    @FunctionalInterface
    public interface Finder {
        /**
         * {@return where it is, in the order in which it was known} For an honest study no occurrence may depend on
         * candles after its {@code knownAt}.
         */
        List<Occurrence> find(CandleSeries candles);
    }

    /** {@return a chart pattern with its own levels} */
    public static StudiedPattern chart(ChartPattern pattern) {
        return new StudiedPattern(pattern.id(), pattern.title(), new ChartFinder(pattern));
    }

    /**
     * {@return a candlestick pattern} Confirmed by a close beyond its extreme in its direction, failed beyond the other
     * one, target so many average true ranges beyond the confirmation. A neutral one may break either way.
     *
     * @param atrs above 0
     */
    public static StudiedPattern candlestick(CandlestickPattern pattern, double atrs) {
        return new StudiedPattern(pattern.id(), pattern.title(), new CandlestickFinder(pattern, atrs));
    }

    /** {@return all chart patterns, then all candlestick patterns with a target of {@link #USUAL_ATRS}} */
    public static List<StudiedPattern> all() {
        return all(USUAL_ATRS);
    }

    /**
     * {@return all chart patterns, then all candlestick patterns}
     *
     * @param atrs the target of candlestick patterns, in average true ranges, above 0
     */
    public static List<StudiedPattern> all(double atrs) {
        return Stream.concat(
                        Arrays.stream(ChartPattern.values()).map(StudiedPattern::chart),
                        Arrays.stream(CandlestickPattern.values()).map(each -> candlestick(each, atrs)))
                .toList();
    }
}
