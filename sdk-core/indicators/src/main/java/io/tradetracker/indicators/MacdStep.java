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
}
