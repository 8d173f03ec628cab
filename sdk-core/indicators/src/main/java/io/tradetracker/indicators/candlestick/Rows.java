package io.tradetracker.indicators.candlestick;

import static io.tradetracker.indicators.candlestick.CandlestickPattern.ADVANCE_BLOCK;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.IDENTICAL_THREE_CROWS;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.STALLED_PATTERN;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.THREE_BLACK_CROWS;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.THREE_LINE_STRIKE;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.THREE_STARS_IN_THE_SOUTH;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.THREE_WHITE_SOLDIERS;
import static io.tradetracker.indicators.candlestick.Look.BLACK;
import static io.tradetracker.indicators.candlestick.Look.LONG;
import static io.tradetracker.indicators.candlestick.Look.LOWER_LONG;
import static io.tradetracker.indicators.candlestick.Look.LOWER_SEEN;
import static io.tradetracker.indicators.candlestick.Look.LOWER_TINY;
import static io.tradetracker.indicators.candlestick.Look.SHORT;
import static io.tradetracker.indicators.candlestick.Look.UPPER_SHORT;
import static io.tradetracker.indicators.candlestick.Look.UPPER_TINY;
import static io.tradetracker.indicators.candlestick.Look.WHITE;

/** Patterns with three candles of one colour in a row. */
final class Rows {
    private Rows() {}

    static void write(RuleBook book) {
        soldiers(book);
        crows(book);
        strikes(book);
        book.bullish(
                THREE_STARS_IN_THE_SOUTH,
                Shape.of(
                        BLACK.and(LONG).and(LOWER_LONG),
                        BLACK.and(LOWER_SEEN),
                        BLACK.and(SHORT).and(UPPER_TINY).and(LOWER_TINY)),
                Rows::shrinksToTheSouth);
    }

    private static void soldiers(RuleBook book) {
        Look bare = WHITE.and(UPPER_TINY);
        book.bullish(
                THREE_WHITE_SOLDIERS,
                Shape.of(bare, bare, bare.and(LONG)),
                c -> marches(c, 1)
                        && marches(c, 0)
                        && c.body(1) > c.body(2) - c.far(2)
                        && c.body(0) > c.body(1) - c.far(1));
        book.bearish(
                ADVANCE_BLOCK,
                Shape.of(WHITE.and(LONG).and(UPPER_SHORT), WHITE, WHITE),
                c -> marches(c, 1) && marches(c, 0) && weakens(c));
        book.bearish(
                STALLED_PATTERN,
                Shape.of(WHITE.and(LONG), bare.and(LONG), WHITE.and(SHORT)),
                c -> marches(c, 1) && c.close(0) > c.close(1) && c.open(0) >= c.close(1) - c.body(0) - c.near(1));
    }

    /** Opens inside or near the body of the candle before and closes higher. */
    private static boolean marches(CandleShapes c, int ago) {
        return c.close(ago) > c.close(ago + 1)
                && c.open(ago) > c.open(ago + 1)
                && c.open(ago) <= c.close(ago + 1) + c.near(ago + 1);
    }

    private static boolean weakens(CandleShapes c) {
        double first = c.body(2);
        double second = c.body(1);
        double third = c.body(0);
        boolean secondIsMuchSmaller = second < first - c.far(2) && third < second + c.near(1);
        boolean thirdIsMuchSmaller = third < second - c.far(1);
        boolean shadowsGrow = c.upperShadow(0) > c.meanShadow(0) || c.upperShadow(1) > c.meanShadow(1);
        return secondIsMuchSmaller
                || thirdIsMuchSmaller
                || (third < second && second < first && shadowsGrow)
                || (third < second && c.upperShadow(0) > third);
    }

    private static void crows(RuleBook book) {
        Look bare = BLACK.and(LOWER_TINY);
        book.bearish(
                THREE_BLACK_CROWS,
                Shape.of(WHITE, bare, bare, bare),
                c -> c.high(3) > c.close(2) && falls(c) && c.insideBody(c.open(1), 2) && c.insideBody(c.open(0), 1));
        book.bearish(
                IDENTICAL_THREE_CROWS,
                Shape.of(bare, bare, bare),
                c -> falls(c) && c.equal(c.open(1), c.close(2), 2) && c.equal(c.open(0), c.close(1), 1));
    }

    private static boolean falls(CandleShapes c) {
        return c.close(2) > c.close(1) && c.close(1) > c.close(0);
    }

    private static boolean shrinksToTheSouth(CandleShapes c) {
        return c.body(1) < c.body(2)
                && c.open(1) > c.close(2)
                && c.open(1) <= c.high(2)
                && c.low(1) < c.close(2)
                && c.low(1) >= c.low(2)
                && c.low(0) > c.low(1)
                && c.high(0) < c.high(1);
    }

    private static void strikes(RuleBook book) {
        book.bullish(
                THREE_LINE_STRIKE,
                Shape.of(WHITE, WHITE, WHITE, BLACK),
                c -> c.close(1) > c.close(2)
                        && c.close(2) > c.close(3)
                        && c.open(0) > c.close(1)
                        && c.close(0) < c.open(3)
                        && opensByTheBody(c, 2)
                        && opensByTheBody(c, 1));
        book.bearish(
                THREE_LINE_STRIKE,
                Shape.of(BLACK, BLACK, BLACK, WHITE),
                c -> c.close(1) < c.close(2)
                        && c.close(2) < c.close(3)
                        && c.open(0) < c.close(1)
                        && c.close(0) > c.open(3)
                        && opensByTheBody(c, 2)
                        && opensByTheBody(c, 1));
    }

    /** Opens inside or near the body of the candle before. */
    private static boolean opensByTheBody(CandleShapes c, int ago) {
        double near = c.near(ago + 1);
        return c.open(ago) >= c.bottom(ago + 1) - near && c.open(ago) <= c.top(ago + 1) + near;
    }
}
