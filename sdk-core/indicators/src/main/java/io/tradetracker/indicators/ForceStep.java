package io.tradetracker.indicators;

/**
 * The exponential mean of the change of the close times the volume.
 *
 * <p>Source: Elder, Trading for a Living (1993).
 */
final class ForceStep extends Step {
    private final CandleWindow candles;
    private final ExponentialMean mean;
    private final Handle out;
    private double closeBefore = Double.NaN;

    ForceStep(String key, CandleWindow candles, int period) {
        super(new Handle(key));
        this.candles = candles;
        mean = new ExponentialMean(period);
        out = handle(0);
    }

    @Override
    void update() {
        double close = candles.closeCell.current;
        out.publish(mean.next((close - closeBefore) * candles.volumeCell.current));
        closeBefore = close;
    }
}
