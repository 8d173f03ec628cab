package io.tradetracker.indicators.chartpattern;

import java.util.List;
import java.util.Set;

/**
 * Bearish divergence: a high 0.5 ATR or more over the one before, 5 to 60 candles later, while the relative strength
 * index (14) is 5 or more below what it was, and that was above 50. It is measured from the low between. Mirrored:
 * bullish.
 */
final class Divergences implements Detector {
    private static final double HIGHER = 0.5;
    private static final double WEAKER = 5;

    @Override
    public Set<ChartPattern> finds(boolean mirrored) {
        return Set.of(mirrored ? ChartPattern.BULLISH_DIVERGENCE : ChartPattern.BEARISH_DIVERGENCE);
    }

    @Override
    public void onCandle(Look look, boolean isPivot, List<Formation> found) {
        if (!isPivot || !look.endsInHigh(3) || look.at(2) < 2 * CandleTape.PERIOD) {
            return;
        }
        double atr = look.atr();
        int apart = look.at(0) - look.at(2);
        double rise = look.price(0) - look.price(2);
        double before = strongest(look, look.at(2));
        double weaker = before - strongest(look, look.at(0));
        if (apart >= 5 && apart <= 60 && rise >= HIGHER * atr && weaker >= WEAKER && before > 0) {
            double low = look.price(1);
            found.add(new Draft(look, look.sign > 0 ? ChartPattern.BEARISH_DIVERGENCE : ChartPattern.BULLISH_DIVERGENCE)
                    .add(look.at(2), look.price(2), "")
                    .add(look.at(0), look.price(0), "")
                    .joined()
                    .off(Math.max(0, 3 * WEAKER - weaker), 3 * WEAKER)
                    .levels(low, look.price(0), low - (look.price(2) - low))
                    .known());
        }
    }

    private static double strongest(Look look, int candle) {
        double strongest = look.strength(candle);
        for (int i = candle - 1; i <= Math.min(candle + 1, look.now()); i++) {
            strongest = look.tape.holds(i) ? Math.max(strongest, look.strength(i)) : strongest;
        }
        return strongest;
    }
}
