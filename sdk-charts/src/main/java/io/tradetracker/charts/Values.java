package io.tradetracker.charts;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A number for each candle of a series, oldest first; NaN where there is none. Immutable and safe to share between
 * threads.
 */
public final class Values {
    private final double[] numbers;

    private Values(double[] numbers) {
        this.numbers = numbers;
    }

    /**
     * {@return a copy of these numbers}
     *
     * @param numbers one for each candle, oldest first; an infinite one counts as none
     */
    public static Values of(double... numbers) {
        double[] copy = numbers.clone();
        for (int i = 0; i < copy.length; i++) {
            copy[i] = Double.isFinite(copy[i]) ? copy[i] : Double.NaN;
        }
        return new Values(copy);
    }

    /** {@return how many candles it is of} */
    public int size() {
        return numbers.length;
    }

    /** {@return the number at candle {@code i}, NaN where there is none} */
    public double at(int i) {
        return numbers[i];
    }

    /** {@return the numbers from {@code from} up to but not including {@code to}} */
    Values slice(int from, int to) {
        return from == 0 && to == numbers.length ? this : new Values(Arrays.copyOfRange(numbers, from, to));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Values that && Arrays.equals(numbers, that.numbers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers);
    }

    @Override
    public String toString() {
        return numbers.length + " values";
    }
}
