package io.tradetracker.indicators;

import java.util.Arrays;

/**
 * The sum of the last values of a sequence of decimals, in whole units of their last place. Prices are decimals: 0.9 is
 * meant, not the double beside it. Sums of units are exact, so two windows whose decimals have equal means compare as
 * equal, whatever their lengths.
 *
 * <p>A {@code double} stands for the decimal of at most eight places and fifteen digits that is written like it; those
 * digits survive a {@code double} and back (Goldberg, What Every Computer Scientist Should Know About Floating-Point
 * Arithmetic, theorem 15).
 */
final class DecimalSum {
    private static final double[] POWERS_OF_TEN = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8};
    static final int MOST_PLACES = POWERS_OF_TEN.length - 1;
    static final double FIFTEEN_DIGITS = 1e15;
    static final double EXACT_LIMIT = 1L << 53;

    private final double[] values;
    private final double[] units;
    private int places;
    private double unitsPerOne = 1;
    private double unitsOfPeriod;
    private double sum;
    private int others;
    private int next;
    private int count;

    DecimalSum(int period) {
        values = new double[period];
        units = new double[period];
        unitsOfPeriod = period;
    }

    /**
     * Takes in a value; the oldest leaves when there are more than the period. NaN empties the window.
     *
     * @return the mean, NaN until the window is full and while it holds anything but decimals
     */
    double next(double value) {
        double newest = Math.rint(value * unitsPerOne);
        if (count == units.length && others == 0 && isDecimal(value, newest, unitsPerOne)) {
            sum = whole(sum + (newest - units[next]));
            units[next] = newest;
            values[next] = value;
            if (++next == units.length) {
                next = 0;
                roundIsOver();
            }
            return sum / unitsOfPeriod;
        }
        add(value);
        return count < units.length ? Double.NaN : sum / unitsOfPeriod;
    }

    /** {@return whether there are as many values as the period} */
    boolean isFull() {
        return count == units.length;
    }

    /** {@return the values of a full window, the oldest at 0} */
    double value(int i) {
        int at = next + i;
        return values[at < values.length ? at : at - values.length];
    }

    /** Sums of whole numbers are exact; only one that grew too large has to be counted anew. */
    private void roundIsOver() {
        if (Double.isNaN(sum)) {
            recount();
        }
        coarsen();
    }

    private void add(double value) {
        if (Double.isNaN(value)) {
            clear();
            return;
        }
        values[next] = value;
        double newest = unitsOf(value);
        double oldest = units[next];
        units[next] = newest;
        sum = whole(sum + (newest - oldest));
        count = Math.min(count + 1, units.length);
        others += (Double.isNaN(newest) ? 1 : 0) - (Double.isNaN(oldest) ? 1 : 0);
        next = next + 1 == units.length ? 0 : next + 1;
        if (next == 0 || (others == 0 && Double.isNaN(oldest))) {
            recount();
            coarsen();
        }
    }

    private double unitsOf(double value) {
        double inUnits = Math.rint(value * unitsPerOne);
        return isDecimal(value, inUnits, unitsPerOne) ? inUnits : unitsOfOtherPlaces(value);
    }

    private double unitsOfOtherPlaces(double value) {
        int needed = placesOf(value);
        if (needed > places) {
            refine(needed);
        }
        double inUnits = Math.rint(value * POWERS_OF_TEN[Math.max(needed, 0)]);
        return needed < 0 ? Double.NaN : whole(inUnits * POWERS_OF_TEN[places - needed]);
    }

    static double unitsPerOne(int places) {
        return POWERS_OF_TEN[places];
    }

    private static int placesOf(double value) {
        int most = MOST_PLACES;
        while (most >= 0 && Math.abs(value * POWERS_OF_TEN[most]) >= FIFTEEN_DIGITS) {
            most--;
        }
        if (most < 0 || !isDecimalOf(most, value)) {
            return -1;
        }
        int fewest = 0;
        while (!isDecimalOf(fewest, value)) {
            fewest++;
        }
        return fewest;
    }

    static boolean isDecimalOf(int places, double value) {
        double power = POWERS_OF_TEN[places];
        return isDecimal(value, Math.rint(value * power), power);
    }

    private static boolean isDecimal(double value, double inUnits, double unitsPerOne) {
        return inUnits / unitsPerOne == value && Math.abs(inUnits) < FIFTEEN_DIGITS;
    }

    private void refine(int newPlaces) {
        scale(newPlaces, POWERS_OF_TEN[newPlaces - places], 1);
    }

    // Once per round of the ring, so that a value that was very fine does not narrow what fits for ever.
    private void coarsen() {
        boolean tens = places > 0 && others == 0;
        for (int i = 0; tens && i < units.length; i++) {
            tens = (long) units[i] % 10 == 0;
        }
        if (tens) {
            scale(places - 1, 1, 10);
        }
    }

    private void scale(int newPlaces, double factor, double divisor) {
        for (int i = 0; i < units.length; i++) {
            units[i] = whole(units[i] * factor / divisor);
        }
        places = newPlaces;
        unitsPerOne = POWERS_OF_TEN[newPlaces];
        unitsOfPeriod = units.length * unitsPerOne;
        recount();
    }

    private void recount() {
        sum = 0;
        others = 0;
        for (double each : units) {
            sum = whole(sum + each);
            others += Double.isNaN(each) ? 1 : 0;
        }
    }

    private static double whole(double sum) {
        return Math.abs(sum) < EXACT_LIMIT ? sum : Double.NaN;
    }

    private void clear() {
        Arrays.fill(units, 0);
        sum = 0;
        others = 0;
        next = 0;
        count = 0;
    }
}
