package io.tradetracker.ta4j;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ta4j.core.BarSeries;
import org.ta4j.core.Indicator;
import org.ta4j.core.indicators.averages.JMAIndicator;

/** Looks at what is declared with a bridge, and at all it is made of, before the first candle. */
final class Screening {
    private final GrowingSeries series;
    private final Set<Ta4jWarning> warnings = new LinkedHashSet<>();
    private final List<Indicator<?>> needingEachCandle = new ArrayList<>();

    Screening(GrowingSeries series) {
        this.series = series;
    }

    /**
     * Takes in a declaration.
     *
     * @param what it is called in errors
     * @throws IllegalArgumentException when a part of it cannot work through the bridge
     */
    void check(String what, Object root) {
        List<Object> parts = ObjectGraph.of(root);
        for (Object part : parts) {
            requireCausal(what, part);
            if (part instanceof Indicator<?> indicator) {
                requireOwnSeries(what, indicator);
                requireShortMemory(what, indicator);
            }
        }
        for (Object part : parts) {
            KnownFaults.DOUBTFUL.stream()
                    .filter(fault -> fault.isOf(part))
                    .forEach(fault -> warnings.add(fault.toWarning(part)));
            if (part instanceof JMAIndicator needing) {
                needingEachCandle.add(needing);
            }
        }
    }

    List<Ta4jWarning> warnings() {
        return List.copyOf(warnings);
    }

    /** {@return indicators whose value needs the one before, and that fail when it was never asked for} */
    List<Indicator<?>> needingEachCandle() {
        return needingEachCandle;
    }

    private static void requireCausal(String what, Object part) {
        for (KnownFaults.Fault fault : KnownFaults.REFUSED) {
            if (fault.isOf(part)) {
                throw new IllegalArgumentException(what + " uses ta4j's "
                        + part.getClass().getSimpleName() + ", which cannot be used: " + fault.reason()
                        + ". Use " + fault.instead());
            }
        }
    }

    @SuppressWarnings("ReferenceEquality") // two series of the same candles would still be two
    private void requireOwnSeries(String what, Indicator<?> part) {
        BarSeries its = part.getBarSeries();
        if (its != null && its != series) {
            throw new IllegalArgumentException(what + " uses "
                    + part.getClass().getSimpleName() + " of the series " + its.getName() + ", but the bridge's is "
                    + series
                    + ". Make it of the series that the function is given; ta4j counts candles, so those of two series"
                    + " do not match. For another timeframe or instrument make another bridge, and join the values in"
                    + " onCandle");
        }
    }

    private static void requireShortMemory(String what, Indicator<?> part) {
        int unstable = part.getCountOfUnstableBars();
        if (unstable >= GrowingSeries.HISTORY) {
            throw new IllegalArgumentException(what + " uses "
                    + part.getClass().getSimpleName() + ", which needs " + unstable + " candles; a bridge keeps "
                    + GrowingSeries.HISTORY + " values of each indicator");
        }
    }
}
