package io.tradetracker.indicators;

/**
 * Candles that are averages, so that trends show. The first opens at the middle of its open and close.
 *
 * <p>Source: Valcu, "Using the Heikin-Ashi Technique", Technical Analysis of Stocks and Commodities 22 (2004).
 */
final class HeikinAshiStep extends Step {
    private final CandleWindow candles;
    private double openBefore = Double.NaN;
    private double closeBefore = Double.NaN;

    HeikinAshiStep(String key, CandleWindow candles) {
        super(
                new Handle(key + ".open"),
                new Handle(key + ".high"),
                new Handle(key + ".low"),
                new Handle(key + ".close"));
        this.candles = candles;
    }

    @Override
    void update() {
        double o = candles.openCell.current;
        double c = candles.closeCell.current;
        double close = (o + candles.highCell.current + candles.lowCell.current + c) / 4;
        double open = Double.isNaN(openBefore) ? (o + c) / 2 : (openBefore + closeBefore) / 2;
        handle(0).publish(open);
        handle(1).publish(Math.max(candles.highCell.current, Math.max(open, close)));
        handle(2).publish(Math.min(candles.lowCell.current, Math.min(open, close)));
        handle(3).publish(close);
        openBefore = open;
        closeBefore = close;
    }
}
