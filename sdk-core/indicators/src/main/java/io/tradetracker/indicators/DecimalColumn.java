package io.tradetracker.indicators;

/**
 * A column of decimals in whole units of their last place, all of one place. Sums of units are exact; see
 * {@link DecimalSum} for which numbers are decimals.
 */
final class DecimalColumn {
    private final double[] units;
    private final double unitsPerOne;
    private final double largest;

    /** Takes where units go, and what all values have in common. */
    DecimalColumn(double[] units, DecimalScan scan) {
        this.units = units;
        unitsPerOne = scan.unitsPerOne();
        largest = scan.largestUnits();
    }

    double[] units() {
        return units;
    }

    /** Takes in the values of the positions from {@code start} on. */
    void load(double[] values, int start, int end) {
        for (int i = start; i < end; i++) {
            units[i] = Math.rint(values[i] * unitsPerOne);
        }
    }

    /** {@return whether sums of so many values are exact} */
    boolean sumsExactly(int period) {
        return largest * period < DecimalSum.EXACT_LIMIT && unitsPerOne * period < DecimalSum.EXACT_LIMIT;
    }

    /**
     * Computes the means of the last {@code period} values at the positions from {@code start} on.
     *
     * @param first position of the first value there is
     */
    void means(int period, int first, int start, int end, double[] out) {
        double unitsOfPeriod = period * unitsPerOne;
        double sum = 0;
        for (int i = Math.max(first, start - period); i < start; i++) {
            sum += units[i];
        }
        int full = Math.clamp(first + (long) period, start, end);
        for (int i = start; i < full; i++) {
            sum += units[i];
            out[i] = i < first + period - 1 ? Double.NaN : sum / unitsOfPeriod;
        }
        for (int i = full; i < end; i++) {
            sum += units[i] - units[i - period];
            out[i] = sum / unitsOfPeriod;
        }
    }
}
