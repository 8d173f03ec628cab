package io.tradetracker.indicators.chartpattern;

import java.util.List;
import java.util.Set;

/**
 * Gaps: a low half an ATR or more over the high of the candle before; ATR is that of the candle before. The gap is
 * filled, and ends, at that high; as far as the gap is high, beyond the new high, is its target. Mirrored: gaps down.
 */
final class Gaps implements Detector {
    private static final double LEAST = 0.5;

    @Override
    public Set<ChartPattern> finds(boolean mirrored) {
        return Set.of(mirrored ? ChartPattern.GAP_DOWN : ChartPattern.GAP_UP);
    }

    @Override
    public void onCandle(Look look, boolean isPivot, List<Formation> found) {
        int now = look.now();
        if (now <= CandleTape.PERIOD) {
            return;
        }
        double atr = look.tape.atr(now - 1);
        double gap = look.low(now) - look.high(now - 1);
        if (atr > 0 && gap >= LEAST * atr) {
            found.add(new Draft(look, look.sign > 0 ? ChartPattern.GAP_UP : ChartPattern.GAP_DOWN)
                    .add(now - 1, look.high(now - 1), "")
                    .add(now, look.low(now), "")
                    .off(Math.max(0, 2 * LEAST * atr - gap), 2 * LEAST * atr)
                    .levels(look.high(now), look.high(now - 1), look.high(now) + gap)
                    .known());
        }
    }
}
