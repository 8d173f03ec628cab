package io.tradetracker.indicators.chartpattern;

import io.tradetracker.indicators.chartpattern.Specimens.Specimen;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * How well patterns are found. Half of the courses hold the pattern; the others nearly hold it, or hold any other that
 * does not contain it by definition.
 */
final class Tally {
    /**
     * What contains what: three tops are two tops twice, a rectangle is tops and bottoms, a channel has a trend line.
     */
    private static final Map<ChartPattern, Set<ChartPattern>> CONTAINED = new EnumMap<>(ChartPattern.class);

    static {
        CONTAINED.put(
                ChartPattern.SUPPORT_ZONE,
                Set.of(ChartPattern.TRIPLE_BOTTOM, ChartPattern.RECTANGLE, ChartPattern.DESCENDING_TRIANGLE));
        CONTAINED.put(
                ChartPattern.RESISTANCE_ZONE,
                Set.of(ChartPattern.TRIPLE_TOP, ChartPattern.RECTANGLE, ChartPattern.ASCENDING_TRIANGLE));
        CONTAINED.put(
                ChartPattern.DOUBLE_TOP,
                Set.of(
                        ChartPattern.TRIPLE_TOP,
                        ChartPattern.RECTANGLE,
                        ChartPattern.ASCENDING_TRIANGLE,
                        ChartPattern.CUP_AND_HANDLE,
                        ChartPattern.RESISTANCE_ZONE));
        CONTAINED.put(
                ChartPattern.DOUBLE_BOTTOM,
                Set.of(
                        ChartPattern.TRIPLE_BOTTOM,
                        ChartPattern.RECTANGLE,
                        ChartPattern.DESCENDING_TRIANGLE,
                        ChartPattern.INVERSE_CUP_AND_HANDLE,
                        ChartPattern.SUPPORT_ZONE));
        CONTAINED.put(ChartPattern.TRIPLE_TOP, Set.of(ChartPattern.RECTANGLE));
        CONTAINED.put(ChartPattern.TRIPLE_BOTTOM, Set.of(ChartPattern.RECTANGLE));
        CONTAINED.put(
                ChartPattern.RISING_TREND_LINE,
                Set.of(
                        ChartPattern.RISING_CHANNEL,
                        ChartPattern.RISING_WEDGE,
                        ChartPattern.ASCENDING_TRIANGLE,
                        ChartPattern.SYMMETRICAL_TRIANGLE));
        CONTAINED.put(
                ChartPattern.FALLING_TREND_LINE,
                Set.of(
                        ChartPattern.FALLING_CHANNEL,
                        ChartPattern.FALLING_WEDGE,
                        ChartPattern.DESCENDING_TRIANGLE,
                        ChartPattern.SYMMETRICAL_TRIANGLE));
    }

    final ChartPattern pattern;
    private final double noise;
    int made;
    int found;
    int right;
    int wrong;

    Tally(ChartPattern pattern, double noise) {
        this.pattern = pattern;
        this.noise = noise;
    }

    Tally run(int courses) {
        ChartPattern[] all = ChartPattern.values();
        for (int seed = 0; seed < courses; seed++) {
            own(Specimens.of(pattern, seed, noise));
            if (seed % 2 == 0) {
                other(Specimens.nearMiss(pattern, seed, noise));
            } else {
                ChartPattern another = all[(pattern.ordinal() + 1 + (seed / 2) % (all.length - 1)) % all.length];
                other(Specimens.of(another, seed, noise));
            }
        }
        return this;
    }

    private void own(Specimen specimen) {
        made++;
        boolean any = false;
        for (Formation each : ChartPatternScan.of(specimen.candles())) {
            if (each.pattern() == pattern) {
                boolean matched = specimen.isMatchedBy(each);
                any |= matched;
                right += matched ? 1 : 0;
                wrong += matched ? 0 : 1;
            }
        }
        found += any ? 1 : 0;
    }

    private void other(Specimen specimen) {
        boolean isIndependent =
                pattern == ChartPattern.BULLISH_DIVERGENCE || pattern == ChartPattern.BEARISH_DIVERGENCE;
        boolean isOwn = specimen.pattern() == pattern;
        if (!isOwn
                && (isIndependent || CONTAINED.getOrDefault(pattern, Set.of()).contains(specimen.pattern()))) {
            return;
        }
        wrong += (int) ChartPatternScan.of(specimen.candles()).stream()
                .filter(each -> each.pattern() == pattern)
                .count();
    }

    double recall() {
        return (double) found / made;
    }

    double precision() {
        return right + wrong == 0 ? 0 : (double) right / (right + wrong);
    }
}
