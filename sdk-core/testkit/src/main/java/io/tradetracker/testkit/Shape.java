package io.tradetracker.testkit;

/**
 * How prices of a made market move.
 *
 * @param step largest move, in ten-thousandths of the price
 * @param drift added to every move, in ten-thousandths of the price
 * @param gapPercent chance that candles are missing and the price opens elsewhere
 * @param spikePercent chance that a candle's high or low is far away
 */
record Shape(String name, int step, int drift, int gapPercent, int spikePercent) {
    static final Shape WALK = new Shape("WALK", 20, 0, 0, 0);
    static final Shape TREND = new Shape("TREND", 20, 1, 0, 0);
    static final Shape FLAT = new Shape("FLAT", 0, 0, 0, 0);
    static final Shape GAPS = new Shape("GAPS", 20, 0, 10, 0);
    static final Shape SPIKES = new Shape("SPIKES", 20, 0, 0, 4);
}
