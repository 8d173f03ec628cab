package io.tradetracker.indicators.chartpattern;

import java.util.List;
import java.util.Set;

/**
 * Double and triple tops, head and shoulders (Edwards and Magee, "Technical Analysis of Stock Trends", chapters 6 to
 * 9), known with the pivot of their last high. Mirrored: bottoms.
 *
 * <p>Highs of a double or triple top are within 0.9 ATR of each other, at least 3.5 ATR over the lows between, and came
 * after a rise as high as the top. A head is 1.5 ATR or more over its shoulders; these are alike within 1.2 ATR or a
 * fifth of the height, as the two lows are, and neither side lasts thrice as long as the other.
 */
final class Tops implements Detector {
    private static final double ALIKE = 0.9;
    private static final double HEIGHT = 3.5;
    private static final double HEAD = 1.5;
    private static final int APART = 5;

    @Override
    public Set<ChartPattern> finds(boolean mirrored) {
        return mirrored
                ? Set.of(
                        ChartPattern.DOUBLE_BOTTOM, ChartPattern.TRIPLE_BOTTOM, ChartPattern.INVERSE_HEAD_AND_SHOULDERS)
                : Set.of(ChartPattern.DOUBLE_TOP, ChartPattern.TRIPLE_TOP, ChartPattern.HEAD_AND_SHOULDERS);
    }

    @Override
    public void onCandle(Look look, boolean isPivot, List<Formation> found) {
        if (isPivot && look.endsInHigh(4)) {
            doubleTop(look, found);
        }
        if (isPivot && look.endsInHigh(6)) {
            tripleTop(look, found);
            shoulders(look, found);
        }
    }

    private static ChartPattern of(Look look, ChartPattern top, ChartPattern bottom) {
        return look.sign > 0 ? top : bottom;
    }

    private void doubleTop(Look look, List<Formation> found) {
        double atr = look.atr();
        double difference = look.price(0) - look.price(2);
        double height = (look.price(0) + look.price(2)) / 2 - look.price(1);
        boolean apart = look.at(0) - look.at(1) >= APART && look.at(1) - look.at(2) >= APART;
        boolean rose = look.price(2) - look.price(3) >= height;
        if (apart && rose && height >= HEIGHT * atr && Math.abs(difference) <= ALIKE * atr) {
            double low = look.price(1);
            found.add(new Draft(look, of(look, ChartPattern.DOUBLE_TOP, ChartPattern.DOUBLE_BOTTOM))
                    .pivots(2, "1", "", "2")
                    .joined()
                    .off(difference, ALIKE * atr)
                    .levels(low, Math.max(look.price(0), look.price(2)), low - height)
                    .known());
        }
    }

    private void tripleTop(Look look, List<Formation> found) {
        double atr = look.atr();
        double highest = Math.max(look.price(0), Math.max(look.price(2), look.price(4)));
        double lowest = Math.min(look.price(0), Math.min(look.price(2), look.price(4)));
        double low = Math.min(look.price(1), look.price(3));
        double upperLow = Math.max(look.price(1), look.price(3));
        double height = (highest + lowest) / 2 - low;
        boolean rose = look.price(4) - look.price(5) >= height;
        if (rose && lowest - upperLow >= HEIGHT * atr && highest - lowest <= ALIKE * atr) {
            found.add(new Draft(look, of(look, ChartPattern.TRIPLE_TOP, ChartPattern.TRIPLE_BOTTOM))
                    .pivots(4, "1", "", "2", "", "3")
                    .joined()
                    .off(highest - lowest, ALIKE * atr)
                    .levels(low, highest, low - height)
                    .known());
        }
    }

    private void shoulders(Look look, List<Formation> found) {
        double atr = look.atr();
        double head = look.price(2);
        LineFit neck = LineFit.ofPivots(look, 1, 2);
        double height = head - neck.at(look.at(2));
        double allowed = Math.max(1.2 * atr, 0.2 * height);
        double shoulders = look.price(0) - look.price(4);
        double necks = look.price(1) - look.price(3);
        double left = look.at(2) - look.at(4);
        double right = look.at(0) - look.at(2);
        double lowerShoulder = Math.min(look.price(0), look.price(4));
        boolean isHead = head - Math.max(look.price(0), look.price(4)) >= Math.max(HEAD * atr, 0.15 * height);
        boolean alike = Math.abs(shoulders) <= allowed && Math.abs(necks) <= allowed;
        boolean even = Math.max(left, right) <= 3 * Math.min(left, right) && Math.min(left, right) >= 2 * APART;
        boolean tall = lowerShoulder - Math.max(look.price(1), look.price(3)) >= 2 * atr;
        boolean rose = look.price(5) < Math.min(look.price(1), look.price(3)) - atr;
        if (isHead && alike && even && tall && rose) {
            double confirmed = neck.at(look.now());
            found.add(
                    new Draft(look, of(look, ChartPattern.HEAD_AND_SHOULDERS, ChartPattern.INVERSE_HEAD_AND_SHOULDERS))
                            .pivots(4, "left shoulder", "", "head", "", "right shoulder")
                            .joined()
                            .line(neck, look.at(3), look.at(1), "neckline")
                            .off(shoulders, allowed)
                            .off(necks, allowed)
                            .levels(confirmed, look.price(0), confirmed - height)
                            .known());
        }
    }
}
