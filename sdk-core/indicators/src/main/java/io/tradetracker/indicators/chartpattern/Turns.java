package io.tradetracker.indicators.chartpattern;

import java.util.List;
import java.util.Set;

/**
 * Prices at which lows turned: support zones and rising trend lines. Mirrored: resistance zones, falling trend lines.
 *
 * <p>A zone is 1 ATR high and has turned three or more of the newest nine lows, with no close more than 1 ATR below it
 * since the first. A trend line has the newest three lows within 0.5 ATR, has risen 2 ATR or more from the first to the
 * last, and no close since is more than 0.75 ATR below it.
 */
final class Turns implements Detector {
    private static final int LOOKED_AT = 17;
    private static final double ZONE = 1;
    private static final double MISFIT = 0.5;
    private static final double RISE = 2;

    @Override
    public Set<ChartPattern> finds(boolean mirrored) {
        return mirrored
                ? Set.of(ChartPattern.RESISTANCE_ZONE, ChartPattern.FALLING_TREND_LINE)
                : Set.of(ChartPattern.SUPPORT_ZONE, ChartPattern.RISING_TREND_LINE);
    }

    @Override
    public void onCandle(Look look, boolean isPivot, List<Formation> found) {
        if (isPivot && look.has(5) && !look.isHigh(0)) {
            zone(look, found);
            trendLine(look, found);
        }
    }

    private void zone(Look look, List<Formation> found) {
        double atr = look.atr();
        double lowest = look.price(0);
        double highest = lowest;
        int touches = 1;
        int first = 0;
        for (int i = 2; i < LOOKED_AT && look.has(i + 1); i += 2) {
            double lower = Math.min(lowest, look.price(i));
            double higher = Math.max(highest, look.price(i));
            if (higher - lower <= ZONE * atr) {
                lowest = lower;
                highest = higher;
                touches++;
                first = i;
            }
        }
        if (touches < 3 || fellBelow(look, look.at(first), lowest - atr)) {
            return;
        }
        Draft draft = new Draft(look, look.sign > 0 ? ChartPattern.SUPPORT_ZONE : ChartPattern.RESISTANCE_ZONE);
        double top = look.price(1);
        int number = 1;
        for (int i = first; i >= 0; i -= 2) {
            if (look.price(i) <= highest && look.price(i) >= lowest) {
                draft.add(look.at(i), look.price(i), Integer.toString(number++));
            }
            top = i < first ? Math.max(top, look.price(i + 1)) : top;
        }
        LineFit lower = new LineFit(0, look.at(first), lowest, 0);
        LineFit upper = new LineFit(0, look.at(first), highest, 0);
        found.add(draft.line(lower, look.at(first), look.now(), "")
                .line(upper, look.at(first), look.now(), "")
                .off(highest - lowest, ZONE * atr)
                .levels(highest, lowest - atr, top)
                .known());
    }

    private static boolean fellBelow(Look look, int from, double price) {
        for (int i = from; i <= look.now(); i++) {
            if (look.close(i) < price) {
                return true;
            }
        }
        return false;
    }

    private void trendLine(Look look, List<Formation> found) {
        double atr = look.atr();
        LineFit line = LineFit.ofPivots(look, 0, 3);
        if (line.misfit() > MISFIT * atr || line.slope() * (look.at(0) - look.at(4)) < RISE * atr) {
            return;
        }
        for (int i = look.at(4); i <= look.now(); i++) {
            if (look.close(i) < line.at(i) - 0.75 * atr) {
                return;
            }
        }
        double top = Math.max(look.price(1), look.price(3));
        double now = line.at(look.now());
        found.add(new Draft(look, look.sign > 0 ? ChartPattern.RISING_TREND_LINE : ChartPattern.FALLING_TREND_LINE)
                .add(look.at(4), look.price(4), "1")
                .add(look.at(2), look.price(2), "2")
                .add(look.at(0), look.price(0), "3")
                .line(line, look.at(4), look.now(), "")
                .off(line.misfit(), MISFIT * atr)
                .levels(look.close(look.now()), now - 0.75 * atr, top + RISE * atr)
                .known());
    }
}
