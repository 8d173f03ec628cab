package io.tradetracker.samples.benchmarks;

/** What is traded, in every lane: long only, one unit, decided at a close, filled at the next open, without costs. */
public enum TradingRules {
    /** Buys when SMA(10) crosses above SMA(30), exits when it crosses below. */
    SMA_CROSS("SMA(10/30) cross"),
    /** Buys when RSI(14) is below 30, exits when it is above 70. */
    RSI_REVERSION("RSI(14) 30/70"),
    /** Buys when the MACD crosses above its signal, exits on a cross below or a close two ATR below the entry. */
    MACD_STOP("MACD(12,26,9) cross, ATR(14) × 2 stop");

    /**
     * Nothing is decided before this candle, counted from 0. ta4j starts exponential means from the first value and we
     * from a simple mean; by now less than a rounding error is left of the difference.
     */
    static final int FIRST_DECISION = 500;

    private final String text;

    TradingRules(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
