package io.tradetracker.indicators;

/**
 * The sum of the last numbers of a sequence, and the sum weighted by their age: 1 for the oldest up to the period for
 * the newest. Both are added up anew once per round of the ring, so that rounding errors cannot pile up.
 */
final class WeightedSum {
    private final double[] ring;
    private int next;
    private int count;
    private double sum;
    private double weighted;

    WeightedSum(int period) {
        ring = new double[period];
    }

    /** {@return whether there are as many numbers as the period, this one included; NaN empties it} */
    boolean add(double value) {
        if (Double.isNaN(value)) {
            next = 0;
            count = 0;
            sum = 0;
            weighted = 0;
            return false;
        }
        if (count < ring.length) {
            count++;
            weighted += count * value;
            sum += value;
        } else {
            weighted += ring.length * value - sum;
            sum += value - ring[next];
        }
        ring[next] = value;
        if (++next == ring.length) {
            next = 0;
            rebuild();
        }
        return count == ring.length;
    }

    double sum() {
        return sum;
    }

    double weighted() {
        return weighted;
    }

    // The oldest number stands first in the ring whenever a round is over.
    private void rebuild() {
        sum = 0;
        weighted = 0;
        for (int i = 0; i < ring.length; i++) {
            sum += ring[i];
            weighted += (i + 1) * ring[i];
        }
    }
}
