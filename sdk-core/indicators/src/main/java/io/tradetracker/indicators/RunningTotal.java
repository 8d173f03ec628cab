package io.tradetracker.indicators;

/**
 * A sum that never forgets, kept with what rounding lost, so that it does not drift however long it runs.
 *
 * <p>Source: Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", ZAMM 54 (1974).
 */
final class RunningTotal {
    private double sum;
    private double lost;

    void add(double value) {
        double total = sum + value;
        lost += WindowSum.errorOfSum(sum, value, total);
        sum = total;
    }

    double total() {
        return sum + lost;
    }

    void clear() {
        sum = 0;
        lost = 0;
    }
}
