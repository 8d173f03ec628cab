package io.tradetracker.indicators.candlestick;

import static io.tradetracker.indicators.candlestick.CandlestickPattern.MAT_HOLD;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.RISING_FALLING_THREE_METHODS;
import static io.tradetracker.indicators.candlestick.Look.ABOVE;
import static io.tradetracker.indicators.candlestick.Look.BLACK;
import static io.tradetracker.indicators.candlestick.Look.LONG;
import static io.tradetracker.indicators.candlestick.Look.SHORT;
import static io.tradetracker.indicators.candlestick.Look.WHITE;

/** Patterns of five candles: a long one, three small ones that pause, and one that goes on. */
final class Pauses {
    private static final Look LONG_WHITE = LONG.and(WHITE);
    private static final Look LONG_BLACK = LONG.and(BLACK);
    private static final Look SHORT_BLACK = SHORT.and(BLACK);
    private static final Look SHORT_WHITE = SHORT.and(WHITE);

    private Pauses() {}

    static void write(RuleBook book) {
        book.bullish(
                RISING_FALLING_THREE_METHODS,
                Shape.of(SHORT_BLACK, SHORT_BLACK, SHORT_BLACK, LONG_WHITE),
                c -> c.looks(LONG_WHITE, 4)
                        && staysWithinTheFirst(c)
                        && c.close(2) < c.close(3)
                        && c.close(1) < c.close(2)
                        && c.open(0) > c.close(1)
                        && c.close(0) > c.close(4));
        book.bearish(
                RISING_FALLING_THREE_METHODS,
                Shape.of(SHORT_WHITE, SHORT_WHITE, SHORT_WHITE, LONG_BLACK),
                c -> c.looks(LONG_BLACK, 4)
                        && staysWithinTheFirst(c)
                        && c.close(2) > c.close(3)
                        && c.close(1) > c.close(2)
                        && c.open(0) < c.close(1)
                        && c.close(0) < c.close(4));
        double penetration = book.penetration(MAT_HOLD);
        book.bullish(
                MAT_HOLD,
                Shape.of(SHORT_BLACK.and(ABOVE), SHORT, SHORT, WHITE),
                c -> c.looks(LONG_WHITE, 4)
                        && sinksInto(c, c.close(4) - c.body(4) * penetration)
                        && c.top(2) < c.open(3)
                        && c.top(1) < c.top(2)
                        && c.open(0) > c.close(1)
                        && c.close(0) > Math.max(Math.max(c.high(3), c.high(2)), c.high(1)));
    }

    private static boolean staysWithinTheFirst(CandleShapes c) {
        return overlapsTheFirst(c, 3) && overlapsTheFirst(c, 2) && overlapsTheFirst(c, 1);
    }

    private static boolean overlapsTheFirst(CandleShapes c, int ago) {
        return c.bottom(ago) < c.high(4) && c.top(ago) > c.low(4);
    }

    /** The third and fourth candle reach below the close of the first, but not below the limit. */
    private static boolean sinksInto(CandleShapes c, double limit) {
        return c.bottom(2) < c.close(4) && c.bottom(1) < c.close(4) && c.bottom(2) > limit && c.bottom(1) > limit;
    }
}
