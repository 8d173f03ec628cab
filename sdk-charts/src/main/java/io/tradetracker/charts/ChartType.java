package io.tradetracker.charts;

/** How the prices of a chart are drawn. */
public sealed interface ChartType {
    /** Filled bodies: rising ones in one colour, falling ones in another. */
    record Candlestick() implements ChartType {}

    /** Bodies that are hollow where a candle rises, coloured by whether its close is above the one before. */
    record Hollow() implements ChartType {}

    /** A stroke from low to high, with the open left of it and the close right. */
    record OhlcBars() implements ChartType {}

    /** A line through the closes. */
    record Line() implements ChartType {}

    /** A line through the closes, with the area below it filled. */
    record Area() implements ChartType {}

    /** Candles of mean prices: they smooth a trend, their prices are not those that were traded. */
    record HeikinAshi() implements ChartType {}

    /**
     * Bricks of one height, without time: a brick is added for each full height that the close moves on, and to turn it
     * must move two.
     *
     * @param brick the height of a brick in price units; 0 for the average true range of the last 14 candles
     */
    record Renko(double brick) implements ChartType {
        /** @throws ChartException when the height is negative or not finite */
        public Renko {
            requireHeight("brick", brick);
        }
    }

    /**
     * Columns of X where the price rose and O where it fell, without time: a box is added for each full height beyond
     * the last, and a new column begins when the price goes back by as many boxes as the reversal.
     *
     * @param box the height of a box in price units; 0 for the average true range of the candles in view
     * @param reversal how many boxes turn it, 1 to 20; 3 is usual
     */
    record PointAndFigure(double box, int reversal) implements ChartType {
        /** @throws ChartException when the height is negative or not finite, or the reversal outside its bounds */
        public PointAndFigure {
            requireHeight("box", box);
            if (reversal < 1 || reversal > 20) {
                throw new ChartException("reversal " + reversal + " must be 1 to 20 boxes");
            }
        }
    }

    /** {@return whether its columns are candles of the series, one for one} */
    default boolean isOverTime() {
        return !(this instanceof Renko || this instanceof PointAndFigure);
    }

    /**
     * {@return the type that a text names} {@code candlestick}, {@code hollow}, {@code bars}, {@code line},
     * {@code area}, {@code heikin_ashi}, {@code renko} or {@code renko(5)}, {@code point_and_figure} or
     * {@code point_and_figure(1,3)}
     *
     * @throws ChartException when it names none, or its numbers are none
     */
    static ChartType parse(String text) {
        return ChartTypeText.parse(text);
    }

    private static void requireHeight(String what, double height) {
        if (!(height >= 0 && height < Double.POSITIVE_INFINITY)) {
            throw new ChartException(what + " height " + height + " must be finite and 0 or more; 0 chooses it");
        }
    }
}
