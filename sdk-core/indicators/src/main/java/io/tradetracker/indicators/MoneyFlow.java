package io.tradetracker.indicators;

/** The part of a candle's volume that its close says was bought, less the part that was sold. */
final class MoneyFlow {
    private MoneyFlow() {}

    /** {@return between −volume, when it closed at its low, and volume, at its high; 0 when it has no range} */
    static double of(CandleWindow candles) {
        double high = candles.highCell.current;
        double low = candles.lowCell.current;
        double close = candles.closeCell.current;
        return high == low ? 0 : (close - low - (high - close)) / (high - low) * candles.volumeCell.current;
    }
}
