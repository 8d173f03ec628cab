package io.tradetracker.indicators;

/**
 * Volume added when the close rises and taken off when it falls; begins with the volume of the first candle.
 *
 * <p>Source: Granville, New Key to Stock Market Profits (1963); first value as in TA-Lib.
 */
final class OnBalanceStep extends Step {
    private final CandleWindow candles;
    private final RunningTotal total = new RunningTotal();
    private final Handle out;
    private double closeBefore = Double.NaN;

    OnBalanceStep(String key, CandleWindow candles) {
        super(new Handle(key));
        this.candles = candles;
        out = handle(0);
    }

    @Override
    void update() {
        double close = candles.closeCell.current;
        double volume = candles.volumeCell.current;
        if (!(close <= closeBefore)) {
            total.add(volume);
        } else if (close < closeBefore) {
            total.add(-volume);
        }
        closeBefore = close;
        out.publish(total.total());
    }
}
