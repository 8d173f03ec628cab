package io.tradetracker.indicators;

/**
 * Money flow over the last candles as a share of their volume; 0 when there is none.
 *
 * <p>Source: Chaikin, in Colby, The Encyclopedia of Technical Market Indicators.
 */
final class ChaikinStep extends Step {
    private final CandleWindow candles;
    private final WindowSum flow;
    private final WindowSum volume;
    private final Handle out;

    ChaikinStep(String key, CandleWindow candles, int period) {
        super(new Handle(key));
        this.candles = candles;
        flow = new WindowSum(period);
        volume = new WindowSum(period);
        out = handle(0);
    }

    @Override
    void update() {
        flow.add(MoneyFlow.of(candles));
        volume.add(candles.volumeCell.current);
        double traded = volume.isFull() ? volume.total() : Double.NaN;
        out.publish(traded == 0 ? 0 : flow.total() / traded);
    }
}
