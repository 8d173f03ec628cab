package io.tradetracker.indicators;

import io.tradetracker.api.indicator.Candles;
import io.tradetracker.api.indicator.Indicator;
import java.util.Arrays;

/**
 * One output of a step with its history. The only kind of indicator, so reading one is never a megamorphic call. Its
 * values are in a ring while they are computed candle by candle, or in a column that has them all. A ring has its last
 * position at 0 as well: the value at the cursor and the one before are where they are in a column, and strategies read
 * little else.
 */
final class Handle extends Cell implements Indicator {
    private static final int COLUMN = -1;

    private final String key;
    private String name;
    private Cursor cursor = new Cursor();
    private double[] values = new double[Candles.HISTORY + 1];
    private int mask = Cursor.RING;

    Handle(String key) {
        this.key = key;
        name = key;
        Arrays.fill(values, Double.NaN);
    }

    /** {@return what it is called inside its pipeline} */
    String key() {
        return key;
    }

    /** Belongs to a pipeline: moves with its cursor, and is named after its place so that its name is the only one. */
    void join(Cursor itsCursor, String place) {
        cursor = itsCursor;
        name = key + place;
    }

    /** Keeps its ring, with a cursor that goes round while others are in columns. */
    void turnWith(Cursor round) {
        cursor = round;
    }

    /** From now on its values are those of a column, see {@link IndicatorColumns}. */
    void column(double[] column) {
        values = column;
        mask = COLUMN;
    }

    double[] column() {
        return values;
    }

    /** Moves the last values of a block of its column in front of the next. */
    void keepHistory() {
        BlockSource.keepHistory(values);
    }

    /** Lets steps see the value at the cursor. */
    void show() {
        current = values[cursor.at];
    }

    void publish(double value) {
        values[cursor.at & mask] = value;
        values[cursor.at] = value;
        current = value;
    }

    @Override
    public double value(int ago) {
        if ((ago & ~Cursor.RING) != 0) {
            throw beyondHistory(ago);
        }
        return values[(cursor.at - ago) & mask];
    }

    @Override
    public double value() {
        return values[cursor.at];
    }

    @Override
    public boolean crossedAbove(Indicator other) {
        return other instanceof Handle that
                ? before() <= that.before() && value() > that.value()
                : Indicator.super.crossedAbove(other);
    }

    @Override
    public boolean crossedBelow(Indicator other) {
        return other instanceof Handle that
                ? before() >= that.before() && value() < that.value()
                : Indicator.super.crossedBelow(other);
    }

    private double before() {
        return values[cursor.at - 1];
    }

    @Override
    public boolean ready() {
        return !Double.isNaN(value());
    }

    @Override
    public String name() {
        return name;
    }

    /** {@return the name and the last value} */
    @Override
    public String toString() {
        return name + " = " + value();
    }

    private IndexOutOfBoundsException beyondHistory(int ago) {
        return new IndexOutOfBoundsException(
                name + " was asked for its value " + ago + " candles ago; only 0 to " + Cursor.RING + " are kept");
    }
}
