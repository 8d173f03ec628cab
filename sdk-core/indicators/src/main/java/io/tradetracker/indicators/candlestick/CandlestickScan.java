package io.tradetracker.indicators.candlestick;

import io.tradetracker.api.market.CandleSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Watches closed candles for candlestick patterns. Each candle is measured once for all patterns, in constant time and
 * without allocating. Used by one thread at a time.
 *
 * <p>A candle with a price that is not finite has no signal; the scan starts afresh after it.
 */
public final class CandlestickScan {
    private static final CandlestickPattern[] ALL = CandlestickPattern.values();
    private static final long HIKKAKE = bit(CandlestickPattern.HIKKAKE);
    private static final long MODIFIED_HIKKAKE = bit(CandlestickPattern.MODIFIED_HIKKAKE);

    private final long watched;
    private final long[] watchedAtSize;
    private final CandleShapes candles = new CandleShapes();
    private final RuleTable rules;
    private final Hikkake hikkake = new Hikkake(false);
    private final Hikkake modifiedHikkake = new Hikkake(true);
    private final int[] signals = new int[ALL.length];
    private final int[] found = new int[ALL.length];
    private long foundBits;
    private int count;

    /**
     * Makes a scan with the default penetrations.
     *
     * @param patterns what to watch for; one or more
     * @throws IllegalArgumentException when there is none
     */
    public CandlestickScan(Set<CandlestickPattern> patterns) {
        this(patterns, Map.of());
    }

    /**
     * Makes a scan.
     *
     * @param patterns what to watch for; one or more
     * @param penetrations for patterns that ask for one, where it is not their default; a share of a body, 0 or more
     * @throws IllegalArgumentException when there is no pattern, a penetration is negative or not finite, or its
     *     pattern is not watched or asks for none
     */
    public CandlestickScan(Set<CandlestickPattern> patterns, Map<CandlestickPattern, Double> penetrations) {
        if (patterns.isEmpty()) {
            throw new IllegalArgumentException("a scan needs at least one candlestick pattern to watch for");
        }
        penetrations.forEach((pattern, share) -> requirePenetration(patterns, pattern, share));
        watched = bits(patterns.stream());
        watchedAtSize = IntStream.rangeClosed(0, CandleShapes.SIZE)
                .mapToLong(size -> bits(patterns.stream().filter(pattern -> pattern.lookback() < size)))
                .toArray();
        rules = new RuleTable(new RuleBook(patterns, penetrations).rules());
    }

    /** Takes in the candle that just closed. The prices are not checked beyond being finite. */
    public void update(double open, double high, double low, double close) {
        if (!Double.isFinite(open + high + low + close)) {
            clear();
            return;
        }
        candles.add(open, high, low, close);
        long fitting = rules.apply(candles, signals);
        if ((watched & HIKKAKE) != 0) {
            fitting |= take(CandlestickPattern.HIKKAKE, hikkake.update(candles));
        }
        if ((watched & MODIFIED_HIKKAKE) != 0) {
            fitting |= take(CandlestickPattern.MODIFIED_HIKKAKE, modifiedHikkake.update(candles));
        }
        foundBits = fitting & watchedAtSize[candles.size()];
        count = 0;
        for (long rest = foundBits; rest != 0; rest &= rest - 1) {
            found[count++] = Long.numberOfTrailingZeros(rest);
        }
    }

    /** Forgets all candles, as if the scan were new. */
    public void clear() {
        candles.clear();
        hikkake.clear();
        modifiedHikkake.clear();
        foundBits = 0;
        count = 0;
    }

    /** {@return how many of the watched patterns have a signal at the last candle} */
    public int count() {
        return count;
    }

    /**
     * {@return a pattern that has a signal at the last candle} With {@link #count()} it lists all of them without
     * asking for each.
     *
     * @param index 0 to {@code count() - 1}, in the order of the patterns
     * @throws IndexOutOfBoundsException when there are not so many
     */
    public CandlestickPattern found(int index) {
        return ALL[found[Objects.checkIndex(index, count)]];
    }

    /**
     * {@return the signal at the last candle: 100 bullish, −100 bearish, 0 none; 200 or −200 where a hikkake is
     * confirmed} For a {@link CandlestickSignals#NEUTRAL} pattern 100 says that it is there. 0 until as many candles
     * have closed as the pattern needs.
     *
     * @throws IllegalArgumentException when the pattern is not watched
     */
    public int signal(CandlestickPattern pattern) {
        requireWatched(pattern);
        return (foundBits & bit(pattern)) == 0 ? 0 : signals[pattern.index()];
    }

    /**
     * {@return how many candles the signal at the last candle covers, it included; 0 without a signal} For a confirmed
     * hikkake they are those of the pattern and those up to its confirmation.
     *
     * @throws IllegalArgumentException when the pattern is not watched
     */
    public int length(CandlestickPattern pattern) {
        if (signal(pattern) == 0) {
            return 0;
        }
        return switch (pattern) {
            case HIKKAKE -> pattern.candles() + hikkake.delay();
            case MODIFIED_HIKKAKE -> pattern.candles() + modifiedHikkake.delay();
            default -> pattern.candles();
        };
    }

    /**
     * {@return how large the pattern at the last candle is: its highest high − lowest low, divided by twice the mean
     * range of the ten candles before it, at most 1} 0 without a signal, and when there are not ten candles before the
     * pattern to measure it by.
     *
     * @throws IllegalArgumentException when the pattern is not watched
     */
    public double strength(CandlestickPattern pattern) {
        int length = length(pattern);
        return length == 0 ? 0 : candles.strength(length);
    }

    /**
     * {@return where prices came from: 1 when the close before the pattern's first candle is above the mean of the ten
     * closes that end there, −1 when it is below, 0 when equal} 0 also without a signal and when there are not ten
     * closes. Which patterns turn a trend and which continue it is left to the caller; a bullish reversal needs −1.
     *
     * @throws IllegalArgumentException when the pattern is not watched
     */
    public int trend(CandlestickPattern pattern) {
        int length = length(pattern);
        return length == 0 ? 0 : candles.trend(length);
    }

    /**
     * {@return every match in a series, oldest first, those of a candle in the order of the patterns} The scan forgets
     * what it has seen before and stands at the end of the series afterwards.
     */
    public List<CandlestickMatch> list(CandleSeries series) {
        clear();
        List<CandlestickMatch> matches = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            update(series.open(i), series.high(i), series.low(i), series.close(i));
            for (int k = 0; k < count; k++) {
                matches.add(match(found(k), series, i));
            }
        }
        return List.copyOf(matches);
    }

    private CandlestickMatch match(CandlestickPattern pattern, CandleSeries series, int last) {
        int first = last - length(pattern) + 1;
        return new CandlestickMatch(
                pattern,
                signal(pattern),
                strength(pattern),
                trend(pattern),
                series.timeMillis(first),
                series.timeMillis(last));
    }

    private long take(CandlestickPattern pattern, int signal) {
        signals[pattern.index()] = signal;
        return signal == 0 ? 0 : bit(pattern);
    }

    private void requireWatched(CandlestickPattern pattern) {
        if ((watched & bit(pattern)) == 0) {
            throw new IllegalArgumentException("candlestick pattern " + pattern.id() + " is not watched by this scan");
        }
    }

    private static long bits(Stream<CandlestickPattern> patterns) {
        return patterns.mapToLong(CandlestickScan::bit).reduce(0, (some, more) -> some | more);
    }

    private static long bit(CandlestickPattern pattern) {
        return 1L << pattern.index();
    }

    private static void requirePenetration(
            Set<CandlestickPattern> patterns, CandlestickPattern pattern, double penetration) {
        if (!patterns.contains(pattern)) {
            throw new IllegalArgumentException(
                    "penetration of " + pattern.id() + " is given, but the pattern is not watched");
        }
        if (Double.isNaN(pattern.penetration())) {
            throw new IllegalArgumentException("candlestick pattern " + pattern.id() + " takes no penetration");
        }
        if (!(penetration >= 0 && penetration < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "penetration " + penetration + " of " + pattern.id() + " must be finite and 0 or more");
        }
    }
}
