package io.tradetracker.indicators.chartpattern;

import java.util.List;
import java.util.Set;

/**
 * Cup and handle (O'Neil, "How to Make Money in Stocks", 1988), known with the pivot of the handle's low: rims within 1
 * ATR or a tenth of the depth, a depth of 6 ATR or more over 20 candles or more, a handle that gives back 0.1 to 0.5 of
 * the depth in less than half of the time. The cup is round when its mean close is 0.57 of the depth below the rims or
 * more: that of a half circle is 0.79, that of a V is 0.5. Mirrored: the inverse.
 */
final class Cups implements Detector {
    private static final double DEPTH = 6;
    private static final double ROUND = 0.57;
    private static final int SHORTEST = 20;

    @Override
    public Set<ChartPattern> finds(boolean mirrored) {
        return Set.of(mirrored ? ChartPattern.INVERSE_CUP_AND_HANDLE : ChartPattern.CUP_AND_HANDLE);
    }

    @Override
    public void onCandle(Look look, boolean isPivot, List<Formation> found) {
        if (!isPivot || !look.has(4) || look.isHigh(0)) {
            return;
        }
        double atr = look.atr();
        double rim = (look.price(1) + look.price(3)) / 2;
        double depth = rim - look.price(2);
        double handle = look.price(1) - look.price(0);
        double allowed = Math.max(atr, 0.1 * depth);
        int length = look.at(1) - look.at(3);
        double uneven = look.price(1) - look.price(3);
        double fill = (rim - look.meanClose(look.at(3), look.at(1))) / depth;
        boolean rims = Math.abs(uneven) <= allowed && depth >= DEPTH * atr && length >= SHORTEST;
        boolean handled = handle >= 0.1 * depth && handle <= 0.5 * depth && look.at(0) - look.at(1) < 0.5 * length;
        double left = look.at(2) - look.at(3);
        boolean even = left >= 0.25 * length && left <= 0.75 * length;
        if (rims && handled && even && fill >= ROUND) {
            found.add(new Draft(look, look.sign > 0 ? ChartPattern.CUP_AND_HANDLE : ChartPattern.INVERSE_CUP_AND_HANDLE)
                    .pivots(3, "rim", "", "rim", "handle")
                    .off(uneven, allowed)
                    .off(Math.max(0, 0.67 - fill), 0.67 - ROUND + 0.1)
                    .levels(Math.max(look.price(1), look.price(3)), look.price(0), rim + depth)
                    .known());
        }
    }
}
