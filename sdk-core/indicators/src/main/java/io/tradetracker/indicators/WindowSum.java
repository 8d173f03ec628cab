package io.tradetracker.indicators;

/**
 * The sum of the last values of a sequence, kept as a rounded sum and what rounding lost, so that the mean is the exact
 * one rounded to a {@code double}.
 *
 * <p>Source: Knuth, The Art of Computer Programming, volume 2, section 4.2.2, theorem B (error of a sum).
 */
final class WindowSum {
    private final double[] window;
    private final double period;
    private final double reciprocal;
    private int next;
    private int count;
    private double sum;
    private double lost;
    private int zeros;

    WindowSum(int period) {
        window = new double[period];
        this.period = period;
        reciprocal = 1.0 / period;
    }

    /** Takes in a value; the oldest leaves when there are more than the period. NaN empties the window. */
    void add(double value) {
        if (Double.isNaN(value)) {
            clear();
            return;
        }
        if (count < window.length) {
            count++;
            plus(value);
        } else {
            replace(window[next], value);
        }
        window[next] = value;
        zeros = value == 0 ? Math.min(zeros + 1, window.length) : 0;
        if (zeros == window.length) {
            sum = 0;
            lost = 0;
        }
        if (++next == window.length) {
            next = 0;
            rebuild();
        }
    }

    boolean isFull() {
        return count == window.length;
    }

    /** {@return the mean of the window, NaN until it is full} */
    double mean() {
        if (count < window.length) {
            return Double.NaN;
        }
        double total = sum + lost;
        double rest = errorOfSum(sum, lost, total);
        double quotient = total * reciprocal;
        double remainder = Math.fma(-quotient, period, total);
        return quotient + (remainder + rest) * reciprocal;
    }

    /** {@return the sum of the window with all that rounding lost, rounded once} */
    double total() {
        return sum + lost;
    }

    /** {@return the sum of the window, rounded; {@link #lost()} is missing from it} */
    double sum() {
        return sum;
    }

    double lost() {
        return lost;
    }

    private void replace(double oldest, double newest) {
        double change = newest - oldest;
        plus(change);
        lost += errorOfSum(newest, -oldest, change);
    }

    private void plus(double value) {
        double total = sum + value;
        lost += errorOfSum(sum, value, total);
        sum = total;
    }

    // Once per round of the ring: forgets what a huge value left behind and bounds the error of a long run.
    private void rebuild() {
        sum = 0;
        lost = 0;
        for (double value : window) {
            plus(value);
        }
    }

    private void clear() {
        next = 0;
        count = 0;
        zeros = 0;
        sum = 0;
        lost = 0;
    }

    static double errorOfSum(double a, double b, double sum) {
        double bRounded = sum - a;
        return (a - (sum - bRounded)) + (b - bRounded);
    }
}
