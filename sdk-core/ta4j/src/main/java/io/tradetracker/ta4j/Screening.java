package io.tradetracker.ta4j;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ta4j.core.BarSeries;
import org.ta4j.core.Indicator;
import org.ta4j.core.indicators.averages.JMAIndicator;
import org.ta4j.core.num.DoubleNum;
import org.ta4j.core.num.NaN;
import org.ta4j.core.num.Num;

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
            requireDoubles(what, part);
            if (part instanceof BarSeries read) {
                requireOwnSeries(what + " reads", read);
            }
            if (part instanceof Indicator<?> indicator) {
                requireOwnSeries(what + " uses " + part.getClass().getSimpleName() + " of", indicator.getBarSeries());
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

    /** {@return the candles at which an indicator that this is made of has no stable value} */
    static int unstableCandles(Object root) {
        return ObjectGraph.of(root).stream()
                .filter(Indicator.class::isInstance)
                .mapToInt(part -> ((Indicator<?>) part).getCountOfUnstableBars())
                .max()
                .orElse(0);
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

    private static void requireDoubles(String what, Object part) {
        if (part instanceof Num && !(part instanceof DoubleNum) && !(part instanceof NaN)) {
            throw new IllegalArgumentException(what + " uses the number " + part + " of ta4j's "
                    + part.getClass().getSimpleName()
                    + ", but the bridge's numbers are DoubleNum, and ta4j does not mix them. Make it with"
                    + " bars.numFactory().numOf(" + part + "), or give the number as an int or a double");
        }
    }

    @SuppressWarnings("ReferenceEquality") // two series of the same candles would still be two
    private void requireOwnSeries(String what, @Nullable BarSeries its) {
        if (its != null && its != series) {
            throw new IllegalArgumentException(what + " the series " + its.getName() + ", but the bridge's is "
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
