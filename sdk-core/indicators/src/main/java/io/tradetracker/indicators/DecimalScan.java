package io.tradetracker.indicators;

/** Finds the fewest places with which every value of a sequence is a decimal; see {@link DecimalSum}. */
final class DecimalScan {
    private int places;
    private double largest;

    /** Takes in values from position FIRST on. */
    void see(double[] values, int count) {
        int end = IndicatorColumns.FIRST + count;
        while (places <= DecimalSum.MOST_PLACES && !isEnough(values, end)) {
            places++;
        }
    }

    // without a branch for each value, several are looked at in one instruction
    private boolean isEnough(double[] values, int end) {
        double power = unitsPerOne();
        double furthest = 0;
        double most = largest;
        for (int i = IndicatorColumns.FIRST; i < end; i++) {
            double value = values[i];
            furthest = Math.max(furthest, Math.abs(Math.rint(value * power) / power - value));
            most = Math.max(most, Math.abs(value));
        }
        largest = most;
        return furthest == 0;
    }

    /** {@return whether all are, with fifteen digits at most} */
    boolean isDecimal() {
        return places <= DecimalSum.MOST_PLACES && largestUnits() < DecimalSum.FIFTEEN_DIGITS;
    }

    double unitsPerOne() {
        return DecimalSum.unitsPerOne(places);
    }

    double largestUnits() {
        return Math.rint(largest * unitsPerOne());
    }
}
