package io.tradetracker.indicators.chartpattern;

import java.util.List;
import java.util.Set;

/**
 * Flags and pennants (Edwards and Magee, chapter 11): a rise of 6 ATR or more within ten candles, then 10 to 24 candles
 * that give back half of it at most. Of a flag these stay between two lines that fall together, by a tenth to half of
 * the rise; of a pennant the lines come together, to 0.6 of their distance or less, around a middle that moves by a
 * seventh of the rise at most. ATR is that of the candle before the rise. Mirrored: those after a fall.
 */
final class Poles implements Detector {
    private static final int POLE = 10;
    private static final int SHORTEST = 10;
    private static final int LONGEST = 24;
    private static final double RISE = 6;

    private final boolean[] told = new boolean[2];
    private int top = -1;
    private int start = -1;

    @Override
    public Set<ChartPattern> finds(boolean mirrored) {
        return mirrored
                ? Set.of(ChartPattern.BEAR_FLAG, ChartPattern.BEAR_PENNANT)
                : Set.of(ChartPattern.BULL_FLAG, ChartPattern.BULL_PENNANT);
    }

    @Override
    public void onCandle(Look look, boolean isPivot, List<Formation> found) {
        int now = look.now();
        if (now < 2 * POLE) {
            return;
        }
        if (top < 0 || look.high(now) > look.high(top) || now - top > LONGEST) {
            begin(look, now);
            return;
        }
        int length = now - top;
        if (start >= 0 && length >= SHORTEST && !told[0] && !told[1]) {
            consolidation(look, length, found);
        }
    }

    /** A new top: is there a steep rise before it? */
    private void begin(Look look, int now) {
        if (top >= 0 && now - top > LONGEST) {
            top = now;
            start = -1;
            return;
        }
        top = now;
        start = -1;
        told[0] = false;
        told[1] = false;
        int lowest = now;
        for (int i = now - 1; i >= now - POLE; i--) {
            lowest = look.low(i) < look.low(lowest) ? i : lowest;
        }
        double atr = look.tape.atr(Math.max(lowest - 1, 0));
        if (atr > 0 && look.high(now) - look.low(lowest) >= RISE * atr && lowest > CandleTape.PERIOD) {
            start = lowest;
        }
    }

    private void consolidation(Look look, int length, List<Formation> found) {
        int now = look.now();
        double atr = look.tape.atr(start - 1);
        double pole = look.high(top) - look.low(start);
        LineFit upper = LineFit.ofCandles(look, top + 1, now, true);
        LineFit lower = LineFit.ofCandles(look, top + 1, now, false);
        double before = upper.at(top + 1) - lower.at(top + 1);
        double after = upper.at(now) - lower.at(now);
        double middle = (upper.slope() + lower.slope()) / 2 * (length - 1);
        boolean deep = lowest(look) < look.high(top) - 0.5 * pole;
        double misfit = Math.max(upper.misfit(), lower.misfit());
        if (deep || misfit > 1.3 * atr || before > 0.6 * pole || after <= 0) {
            return;
        }
        boolean isPennant = after <= 0.6 * before && Math.abs(middle) <= pole / 7 && before >= 1.5 * atr;
        boolean isFlag = Math.abs(after - before) <= 0.3 * Math.max(before, atr)
                && middle <= -0.1 * pole
                && middle >= -0.5 * pole;
        if (!isPennant && !isFlag) {
            return;
        }
        told[isFlag ? 0 : 1] = true;
        ChartPattern rising = isFlag ? ChartPattern.BULL_FLAG : ChartPattern.BULL_PENNANT;
        ChartPattern falling = isFlag ? ChartPattern.BEAR_FLAG : ChartPattern.BEAR_PENNANT;
        found.add(new Draft(look, look.sign > 0 ? rising : falling)
                .add(start, look.low(start), "")
                .add(top, look.high(top), "pole")
                .line(upper, top + 1, now, "")
                .line(lower, top + 1, now, "")
                .off(misfit, 1.3 * atr)
                .levels(upper.at(now), look.high(top) - 0.5 * pole, lower.at(now) + pole)
                .known());
    }

    private double lowest(Look look) {
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = top + 1; i <= look.now(); i++) {
            lowest = Math.min(lowest, look.low(i));
        }
        return lowest;
    }
}
