package io.tradetracker.indicators;

/**
 * Moving average convergence and divergence. Both means begin at the same candle, the {@code slow}-th: there the fast
 * one is the simple mean of the last {@code fast} values.
 *
 * <p>Source: Appel, Technical Analysis: Power Tools for Active Investors; alignment of the means as in TA-Lib.
 */
final class MacdStep extends Step {
    private final Cell input;
    private final boolean percent;
    private final ExponentialMean fastMean;
    private final ExponentialMean slowMean;
    private final ExponentialMean signalMean;
    private final Handle line;
    private final Handle signal;
    private final Handle histogram;

    MacdStep(String key, Cell input, int fast, int slow, int signal, boolean percent) {
        super(new Handle(key + ".line"), new Handle(key + ".signal"), new Handle(key + ".histogram"));
        this.input = input;
        this.percent = percent;
        fastMean = new ExponentialMean(fast, slow);
        slowMean = new ExponentialMean(slow);
        signalMean = new ExponentialMean(signal);
        line = handle(0);
        this.signal = handle(1);
        histogram = handle(2);
    }

    @Override
    void update() {
        double value = input.current;
        double slowNow = slowMean.next(value);
        double difference = fastMean.next(value) - slowNow;
        if (percent) {
            difference = slowNow == 0 ? 0 : difference / slowNow * 100;
        }
        double smoothed = signalMean.next(difference);
        line.publish(difference);
        signal.publish(smoothed);
        histogram.publish(difference - smoothed);
    }

    @Override
    boolean fillsAtOnce(ColumnSource from) {
        return !percent;
    }

    @Override
    Cell input() {
        return input;
    }

    @Override
    void fill(ColumnSource from, int start, int end) {
        double[] values = from.values(input);
        int i = signalMean.isSeeded() ? smooth(values, start, end) : start;
        while (i < end) {
            double slowNow = slowMean.next(values[i]);
            double difference = fastMean.next(values[i]) - slowNow;
            put(i, difference, signalMean.next(difference));
            i++;
            i = signalMean.isSeeded() ? smooth(values, i, end) : i;
        }
    }

    /** {@return where a value is missing, or the end} The means are in registers meanwhile. */
    private int smooth(double[] values, int start, int end) {
        double[] lines = line.column();
        double[] signals = signal.column();
        double[] histograms = histogram.column();
        double slow = slowMean.mean();
        double fast = fastMean.mean();
        double smoothed = signalMean.mean();
        int i = start;
        while (i < end && !Double.isNaN(values[i])) {
            slow += (values[i] - slow) * slowMean.factor();
            fast += (values[i] - fast) * fastMean.factor();
            double difference = fast - slow;
            smoothed += (difference - smoothed) * signalMean.factor();
            lines[i] = difference;
            signals[i] = smoothed;
            histograms[i] = difference - smoothed;
            i++;
        }
        slowMean.mean(slow);
        fastMean.mean(fast);
        signalMean.mean(smoothed);
        return i;
    }

    private void put(int i, double difference, double smoothed) {
        line.column()[i] = difference;
        signal.column()[i] = smoothed;
        histogram.column()[i] = difference - smoothed;
    }
}
