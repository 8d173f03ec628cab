package io.tradetracker.indicators;

/** The true range. */
final class TrueRangeStep extends Step {
    private final CandleWindow candles;
    private final TrueRange range = new TrueRange();
    private final Handle out;

    TrueRangeStep(String key, CandleWindow candles) {
        super(new Handle(key));
        this.candles = candles;
        out = handle(0);
    }

    @Override
    void update() {
        out.publish(range.next(candles));
    }
}
