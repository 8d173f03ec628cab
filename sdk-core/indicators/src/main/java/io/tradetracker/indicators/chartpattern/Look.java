package io.tradetracker.indicators.chartpattern;

/**
 * Candles and pivots as they are, or mirrored: prices with the other sign, so that highs are lows. What finds a top in
 * the one finds a bottom in the other. Pivots are counted from the newest, 0.
 */
final class Look {
    final CandleTape tape;
    final ZigZag pivots;
    final int sign;

    Look(CandleTape tape, ZigZag pivots, boolean mirrored) {
        this.tape = tape;
        this.pivots = pivots;
        sign = mirrored ? -1 : 1;
    }

    int now() {
        return tape.last();
    }

    double atr() {
        return tape.atr(tape.last());
    }

    /** {@return whether the newest is a high, and there are so many pivots whose candles are still kept} */
    boolean endsInHigh(int many) {
        return has(many) && pivots.isHigh(0) == (sign > 0);
    }

    /** {@return whether there are so many pivots whose candles are still kept} */
    boolean has(int many) {
        return pivots.count() >= many && many <= ZigZag.KEPT && tape.holds(pivots.candle(many - 1));
    }

    int at(int pivot) {
        return pivots.candle(pivot);
    }

    double price(int pivot) {
        return sign * pivots.price(pivot);
    }

    boolean isHigh(int pivot) {
        return pivots.isHigh(pivot) == (sign > 0);
    }

    double high(int candle) {
        return sign > 0 ? tape.high(candle) : -tape.low(candle);
    }

    double low(int candle) {
        return sign > 0 ? tape.low(candle) : -tape.high(candle);
    }

    double close(int candle) {
        return sign * tape.close(candle);
    }

    double meanClose(int after, int to) {
        return sign * tape.meanClose(after, to);
    }

    /** {@return relative strength, −50 to 50} */
    double strength(int candle) {
        return sign * (tape.strength(candle) - 50);
    }
}
