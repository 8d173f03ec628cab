package io.tradetracker.indicators.candlestick;

/**
 * What each of the last candles must look like, as one comparison with {@link CandleShapes#facts()}.
 *
 * @param asked the facts that matter, of up to four candles
 * @param wanted those of them that must be so
 */
record Shape(long asked, long wanted) {
    /** {@return the shape of these candles, oldest first; the last closed one comes last} */
    static Shape of(Look... oldestFirst) {
        long asked = 0;
        long wanted = 0;
        for (Look look : oldestFirst) {
            asked = asked << Look.BITS | look.asked();
            wanted = wanted << Look.BITS | look.wanted();
        }
        return new Shape(asked, wanted);
    }
}
