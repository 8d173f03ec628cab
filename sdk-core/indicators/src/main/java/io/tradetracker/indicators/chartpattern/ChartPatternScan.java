package io.tradetracker.indicators.chartpattern;

import io.tradetracker.api.market.CandleSeries;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Watches closed candles for chart patterns, in time that grows with the number of candles and memory that does not.
 * What it finds with a candle depends on that candle and those before it alone, whether they come one by one or all at
 * once. Not safe for use by several threads.
 */
public final class ChartPatternScan {
    private final Set<ChartPattern> wanted;
    private final CandleTape tape = new CandleTape();
    private final ZigZag pivots;
    private final Look upright;
    private final Look mirrored;
    private final List<Detector> ofUpright;
    private final List<Detector> ofMirrored;
    private final List<Formation> found = new ArrayList<>();
    private long newest = Long.MIN_VALUE;

    /** Watches for all patterns. */
    public ChartPatternScan() {
        this(EnumSet.allOf(ChartPattern.class), PivotRule.usual());
    }

    /**
     * Watches for some patterns.
     *
     * @param wanted which
     * @param rule how far prices must come back from a high or low for it to be a point of a pattern
     */
    public ChartPatternScan(Set<ChartPattern> wanted, PivotRule rule) {
        this.wanted = wanted.isEmpty() ? Set.of() : EnumSet.copyOf(wanted);
        pivots = new ZigZag(rule);
        upright = new Look(tape, pivots, false);
        mirrored = new Look(tape, pivots, true);
        ofUpright = detectors(false);
        ofMirrored = detectors(true);
    }

    private List<Detector> detectors(boolean isMirrored) {
        List<Detector> all =
                List.of(new Turns(), new Tops(), new Borders(), new Poles(), new Cups(), new Gaps(), new Divergences());
        return all.stream()
                .filter(each -> each.finds(isMirrored).stream().anyMatch(wanted::contains))
                .toList();
    }

    /** {@return all patterns of a series, in the order in which they became known} */
    public static List<Formation> of(CandleSeries candles) {
        ChartPatternScan scan = new ChartPatternScan();
        List<Formation> all = new ArrayList<>();
        for (int i = 0; i < candles.size(); i++) {
            all.addAll(scan.onCandle(candles.timeMillis(i), candles.high(i), candles.low(i), candles.close(i)));
        }
        return all;
    }

    /**
     * Takes the next closed candle.
     *
     * @param timeMillis when it opened, milliseconds since 1970 UTC, after that of the candle before
     * @return what became known with its close; mostly empty
     * @throws IllegalArgumentException when a price is not finite, the low is above the high or the close not between,
     *     or the time is not after that of the candle before; the candle is not taken then
     */
    public List<Formation> onCandle(long timeMillis, double high, double low, double close) {
        if (!(low <= close && close <= high) || !Double.isFinite(high - low)) {
            throw new IllegalArgumentException("a candle's low " + low + ", close " + close + " and high " + high
                    + " must be finite and in this order");
        }
        if (timeMillis <= newest) {
            throw new IllegalArgumentException(
                    "a candle of " + timeMillis + " must come after that of " + newest + " (milliseconds since 1970)");
        }
        newest = timeMillis;
        tape.add(timeMillis, high, low, close);
        boolean isPivot = pivots.onCandle(tape);
        for (int i = 0; i < ofUpright.size(); i++) {
            ofUpright.get(i).onCandle(upright, isPivot, found);
        }
        for (int i = 0; i < ofMirrored.size(); i++) {
            ofMirrored.get(i).onCandle(mirrored, isPivot, found);
        }
        return found.isEmpty() ? List.of() : take();
    }

    private List<Formation> take() {
        List<Formation> taken =
                found.stream().filter(each -> wanted.contains(each.pattern())).toList();
        found.clear();
        return taken;
    }
}
