package io.tradetracker.indicators;

/**
 * The mean of the last numbers with the weights of a bell curve. It looks at each of them for every value.
 *
 * <p>Source: Legoux and Kouzis-Loukas, "ALMA: Arnaud Legoux Moving Average" (2009).
 */
final class GaussianMean implements Running {
    private final double[] weights;
    private final double[] ring;
    private int next;
    private int count;

    /**
     * Over so many numbers.
     *
     * @param offset where the top of the bell is: 0 at the oldest, 1 at the newest
     * @param sigma the window in units of the bell's standard deviation
     */
    GaussianMean(int period, double offset, double sigma) {
        ring = new double[period];
        weights = new double[period];
        double top = offset * (period - 1);
        double deviation = period / sigma;
        double sum = 0;
        for (int i = 0; i < period; i++) {
            weights[i] = Math.exp(-(i - top) * (i - top) / (2 * deviation * deviation));
            sum += weights[i];
        }
        for (int i = 0; i < period; i++) {
            weights[i] /= sum;
        }
    }

    @Override
    public double next(double value) {
        if (Double.isNaN(value)) {
            count = 0;
            return Double.NaN;
        }
        ring[next] = value;
        next = next + 1 == ring.length ? 0 : next + 1;
        if (count < ring.length) {
            count++;
        }
        return count < ring.length ? Double.NaN : mean();
    }

    private double mean() {
        double mean = 0;
        for (int i = 0, at = next; i < ring.length; i++) {
            mean += weights[i] * ring[at];
            at = at + 1 == ring.length ? 0 : at + 1;
        }
        return mean;
    }
}
