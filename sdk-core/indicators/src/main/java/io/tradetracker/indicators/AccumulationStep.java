package io.tradetracker.indicators;

/**
 * The sum of all money flow.
 *
 * <p>Source: Chaikin, in Colby, The Encyclopedia of Technical Market Indicators.
 */
final class AccumulationStep extends Step {
    private final CandleWindow candles;
    private final RunningTotal total = new RunningTotal();
    private final Handle out;

    AccumulationStep(String key, CandleWindow candles) {
        super(new Handle(key));
        this.candles = candles;
        out = handle(0);
    }

    @Override
    void update() {
        total.add(MoneyFlow.of(candles));
        out.publish(total.total());
    }
}
