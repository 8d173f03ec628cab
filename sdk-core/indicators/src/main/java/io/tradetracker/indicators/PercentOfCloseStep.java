package io.tradetracker.indicators;

/** An indicator in percent of the close; 0 when that is 0. */
final class PercentOfCloseStep extends Step {
    private final CandleWindow candles;
    private final Cell input;
    private final Handle out;

    PercentOfCloseStep(String key, CandleWindow candles, Cell input) {
        super(new Handle(key));
        this.candles = candles;
        this.input = input;
        out = handle(0);
    }

    @Override
    void update() {
        double close = candles.closeCell.current;
        out.publish(close == 0 ? 0 : input.current / close * 100);
    }
}
