package io.tradetracker.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Compares the values of an indicator with those of an oracle. */
final class Columns {
    private static final double RELATIVE = 1e-9;

    private Columns() {}

    /** Values must exist at the same candles and differ by at most 1e-9 of themselves. */
    static void assertClose(double[] actual, double[] expected) {
        assertClose(actual, expected, 0);
    }

    /**
     * As {@link #assertClose(double[], double[])} for differences of large numbers.
     *
     * @param magnitude of the numbers subtracted; 1e-12 of it is allowed too
     */
    static void assertClose(double[] actual, double[] expected, double magnitude) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.length; i++) {
            double allowed = RELATIVE * Math.abs(expected[i]) + 1e-12 * magnitude;
            if (Double.isNaN(actual[i]) != Double.isNaN(expected[i]) || Math.abs(actual[i] - expected[i]) > allowed) {
                assertThat(actual[i]).as("value at candle " + (i + 1)).isEqualTo(expected[i]);
            }
        }
    }

    static void assertClose(List<double[]> actual, List<double[]> expected, double magnitude) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.size(); i++) {
            assertClose(actual.get(i), expected.get(i), magnitude);
        }
    }

    /** {@return the candle, counted from 1, that has the first value; 0 when none has} */
    static int firstValue(double[] column) {
        for (int i = 0; i < column.length; i++) {
            if (!Double.isNaN(column[i])) {
                return i + 1;
            }
        }
        return 0;
    }
}
