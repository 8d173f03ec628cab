package io.tradetracker.indicators.candlestick;

/**
 * What a candle must look like: facts that must be so and facts that must not. A fact is one bit; the means are of the
 * ten candles before the candle, which is itself not in them.
 *
 * @param asked the facts that matter
 * @param wanted those of them that must be so
 */
record Look(int asked, int wanted) {
    /** How many bits the facts of a candle take; those of four candles fill a {@code long}. */
    static final int BITS = 16;

    static final int IS_WHITE = 1;
    static final int IS_LONG = 1 << 1;
    static final int IS_SHORT = 1 << 2;
    static final int IS_DOJI = 1 << 3;
    static final int UPPER_IS_TINY = 1 << 4;
    static final int UPPER_IS_SEEN = 1 << 5;
    static final int UPPER_IS_SHORT = 1 << 6;
    static final int UPPER_IS_LONG = 1 << 7;
    static final int LOWER_IS_TINY = 1 << 8;
    static final int LOWER_IS_SEEN = 1 << 9;
    static final int LOWER_IS_SHORT = 1 << 10;
    static final int LOWER_IS_LONG = 1 << 11;
    static final int LIES_ABOVE = 1 << 12;
    static final int LIES_BELOW = 1 << 13;
    static final int LIES_INSIDE = 1 << 14;
    static final int LIES_AROUND = 1 << 15;

    static final Look ANY = new Look(0, 0);
    /** The close is at or above the open. */
    static final Look WHITE = is(IS_WHITE);
    /** The close is below the open. */
    static final Look BLACK = isNot(IS_WHITE);
    /** The body is above the mean body. */
    static final Look LONG = is(IS_LONG);

    static final Look NOT_LONG = isNot(IS_LONG);
    /** The body is below the mean body. */
    static final Look SHORT = is(IS_SHORT);
    /** The body is at most a tenth of the mean range. */
    static final Look DOJI = is(IS_DOJI);
    /** The upper shadow is below a tenth of the mean range. */
    static final Look UPPER_TINY = is(UPPER_IS_TINY);
    /** The upper shadow is above a tenth of the mean range. */
    static final Look UPPER_SEEN = is(UPPER_IS_SEEN);
    /** The upper shadow is below the mean shadow. */
    static final Look UPPER_SHORT = is(UPPER_IS_SHORT);
    /** The upper shadow is above the own body. */
    static final Look UPPER_LONG = is(UPPER_IS_LONG);

    static final Look UPPER_NOT_LONG = isNot(UPPER_IS_LONG);
    /** The lower shadow is below a tenth of the mean range. */
    static final Look LOWER_TINY = is(LOWER_IS_TINY);
    /** The lower shadow is above a tenth of the mean range. */
    static final Look LOWER_SEEN = is(LOWER_IS_SEEN);
    /** The lower shadow is below the mean shadow. */
    static final Look LOWER_SHORT = is(LOWER_IS_SHORT);
    /** The lower shadow is above the own body. */
    static final Look LOWER_LONG = is(LOWER_IS_LONG);

    /** The body is above that of the candle before and does not touch it. */
    static final Look ABOVE = is(LIES_ABOVE);
    /** The body is below that of the candle before and does not touch it. */
    static final Look BELOW = is(LIES_BELOW);
    /** The body is within that of the candle before and touches no end of it. */
    static final Look INSIDE = is(LIES_INSIDE);
    /** The body reaches beyond both ends of that of the candle before. */
    static final Look AROUND = is(LIES_AROUND);

    /** {@return this and the other at once} */
    Look and(Look other) {
        return new Look(asked | other.asked, wanted | other.wanted);
    }

    private static Look is(int fact) {
        return new Look(fact, fact);
    }

    private static Look isNot(int fact) {
        return new Look(fact, 0);
    }
}
