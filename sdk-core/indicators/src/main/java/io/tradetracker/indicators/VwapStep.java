package io.tradetracker.indicators;

/** The mean of the typical prices of a UTC day so far, weighed by volume; the typical price while there is none. */
final class VwapStep extends Step {
    private final CandleWindow candles;
    private final RunningTotal amount = new RunningTotal();
    private final RunningTotal volume = new RunningTotal();
    private final Handle out;
    private long day = Long.MIN_VALUE;

    VwapStep(String key, CandleWindow candles) {
        super(new Handle(key));
        this.candles = candles;
        out = handle(0);
    }

    @Override
    void update() {
        long today = Days.of(candles.timeMillis(0));
        if (today != day) {
            day = today;
            amount.clear();
            volume.clear();
        }
        double typical = (candles.highCell.current + candles.lowCell.current + candles.closeCell.current) / 3;
        amount.add(typical * candles.volumeCell.current);
        volume.add(candles.volumeCell.current);
        out.publish(volume.total() == 0 ? typical : amount.total() / volume.total());
    }
}
