package io.tradetracker.charts.candles;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.charts.ChartSpec;
import io.tradetracker.charts.ChartType;
import io.tradetracker.charts.Values;

/**
 * The columns of a chart, from left to right. Immutable and safe to share between threads.
 *
 * <p>A column has the prices that are drawn in it, and tells which candles of the chart's series it is made of.
 */
public final class Bars {
    private final BarRows rows;
    private final long stepMillis;
    private final double boxHeight;

    Bars(BarRows rows, long stepMillis) {
        this(rows, stepMillis, 0);
    }

    private Bars(BarRows rows, long stepMillis, double boxHeight) {
        this.rows = rows;
        this.stepMillis = stepMillis;
        this.boxHeight = boxHeight;
    }

    /**
     * {@return the columns of what is in view}
     *
     * @param mostColumns how many columns there is room for, above zero. Candles that are more share columns: each is
     *     of one multiple of the timeframe then. Bricks and boxes that are more are left out at the left
     */
    public static Bars of(ChartSpec spec, int mostColumns) {
        CandleSeries candles = spec.candles();
        ChartSpec.View view = spec.view();
        long step = candles.timeframe().millis();
        return switch (spec.type()) {
            case ChartType.Renko renko -> {
                double brick = BoxHeight.of("brick", renko.brick(), 14, candles, view);
                yield new Bars(Bricks.of(candles, view, brick, mostColumns), step, brick);
            }
            case ChartType.PointAndFigure figure -> {
                double box = BoxHeight.of("box", figure.box(), view.size(), candles, view);
                yield new Bars(Boxes.of(candles, view, box, figure.reversal()).newest(mostColumns), step, box);
            }
            case ChartType.HeikinAshi heikinAshi -> Grouping.fit(MeanCandles.of(candles, view), step, mostColumns);
            case ChartType any -> Grouping.fit(plain(candles, view), step, mostColumns);
        };
    }

    private static BarRows plain(CandleSeries candles, ChartSpec.View view) {
        BarRows rows = new BarRows(view.size());
        for (int i = view.from(); i < view.to(); i++) {
            rows.add(candles.timeMillis(i), i, i);
            rows.prices(candles.open(i), candles.high(i), candles.low(i), candles.close(i), candles.volume(i));
        }
        return rows;
    }

    /** {@return how many columns there are} */
    public int size() {
        return rows.size;
    }

    /** {@return the height of a brick or box in price units; 0 when there are none} */
    public double boxHeight() {
        return boxHeight;
    }

    /** {@return when the first candle of a column opened, milliseconds since 1970 UTC} */
    public long timeMillis(int column) {
        return rows.time[column];
    }

    /** {@return the first price that is drawn} */
    public double open(int column) {
        return rows.open[column];
    }

    /** {@return the highest price that is drawn} */
    public double high(int column) {
        return rows.high[column];
    }

    /** {@return the lowest price that is drawn} */
    public double low(int column) {
        return rows.low[column];
    }

    /** {@return the last price that is drawn} */
    public double close(int column) {
        return rows.close[column];
    }

    /** {@return the volume of all candles of a column} */
    public double volume(int column) {
        return rows.volume[column];
    }

    /** {@return the number of the first candle of a column in the chart's series} */
    public int firstCandle(int column) {
        return rows.first[column];
    }

    /** {@return the number of the last candle of a column in the chart's series} */
    public int lastCandle(int column) {
        return rows.last[column];
    }

    /** {@return whether a column's close is not below its open} */
    public boolean rises(int column) {
        return rows.close[column] >= rows.open[column];
    }

    /**
     * {@return where a moment is among the columns: 2.5 is between the third and the fourth} Moments before the first
     * column and after the last are told at their distance; with no column at all, 0.
     *
     * @param timeMillis milliseconds since 1970 UTC
     */
    public double columnAt(long timeMillis) {
        int size = rows.size;
        if (size == 0) {
            return 0;
        }
        if (timeMillis < rows.time[0]) {
            return (double) (timeMillis - rows.time[0]) / stepMillis;
        }
        int column = lastNotAfter(timeMillis);
        double passed = timeMillis - rows.time[column];
        if (column == size - 1) {
            return column + passed / stepMillis;
        }
        long apart = rows.time[column + 1] - rows.time[column];
        return column + Math.min(passed / Math.min(Math.max(apart, 1), stepMillis), 1 - 1e-9);
    }

    /** {@return the column that shows a candle of the chart's series; −1 when it is before the first} */
    public int columnOfCandle(int candle) {
        int low = 0;
        int high = rows.size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rows.first[middle] <= candle) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /**
     * {@return a value for each column: that of its last candle which has one, else NaN}
     *
     * @param values one for each candle of the chart's series
     */
    public double[] of(Values values) {
        double[] columns = new double[rows.size];
        for (int column = 0; column < columns.length; column++) {
            int i = rows.last[column];
            while (Double.isNaN(values.at(i)) && i > rows.first[column]) {
                i--;
            }
            columns[column] = values.at(i);
        }
        return columns;
    }

    private int lastNotAfter(long timeMillis) {
        int low = 0;
        int high = rows.size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rows.time[middle] <= timeMillis) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }
}
