package io.tradetracker.indicators;

import io.tradetracker.api.indicator.Candles;
import io.tradetracker.api.indicator.Indicator;
import java.util.Arrays;

/** One output of a step with its history. The only kind of indicator, so reading one is never a megamorphic call. */
final class Handle extends Cell implements Indicator {
    private static final int MASK = Candles.HISTORY - 1;

    private final String key;
    private String name;
    private final double[] history = new double[Candles.HISTORY];
    private int last;

    Handle(String key) {
        this.key = key;
        name = key;
        Arrays.fill(history, Double.NaN);
    }

    /** {@return what it is called inside its pipeline} */
    String key() {
        return key;
    }

    /** Names the place of its pipeline as well, so that its name is the only one in the run. */
    void place(String place) {
        name = key + place;
    }

    void publish(double value) {
        int next = (last + 1) & MASK;
        history[next] = value;
        last = next;
        current = value;
    }

    @Override
    public double value(int ago) {
        if ((ago & ~MASK) != 0) {
            throw beyondHistory(ago);
        }
        return history[(last - ago) & MASK];
    }

    @Override
    public double value() {
        return current;
    }

    @Override
    public boolean ready() {
        return !Double.isNaN(current);
    }

    @Override
    public String name() {
        return name;
    }

    /** {@return the name and the last value} */
    @Override
    public String toString() {
        return name + " = " + current;
    }

    private IndexOutOfBoundsException beyondHistory(int ago) {
        return new IndexOutOfBoundsException(
                name + " was asked for its value " + ago + " candles ago; only 0 to " + MASK + " are kept");
    }
}
