package io.tradetracker.indicators.candlestick;

import static io.tradetracker.indicators.candlestick.CandlestickPattern.GAP_SIDE_BY_SIDE_WHITE;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.GAP_THREE_METHODS;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.TASUKI_GAP;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.TWO_CROWS;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.UPSIDE_GAP_TWO_CROWS;
import static io.tradetracker.indicators.candlestick.Look.ABOVE;
import static io.tradetracker.indicators.candlestick.Look.ANY;
import static io.tradetracker.indicators.candlestick.Look.AROUND;
import static io.tradetracker.indicators.candlestick.Look.BELOW;
import static io.tradetracker.indicators.candlestick.Look.BLACK;
import static io.tradetracker.indicators.candlestick.Look.LONG;
import static io.tradetracker.indicators.candlestick.Look.NOT_LONG;
import static io.tradetracker.indicators.candlestick.Look.WHITE;

/** Patterns of three candles with a gap between the bodies of the first two. */
final class Gaps {
    private Gaps() {}

    static void write(RuleBook book) {
        crows(book);
        tasuki(book);
        threeMethods(book);
        book.bullish(
                GAP_SIDE_BY_SIDE_WHITE,
                Shape.of(ANY, WHITE.and(ABOVE), WHITE),
                c -> c.bottom(0) > c.top(2) && areAlike(c));
        book.bearish(
                GAP_SIDE_BY_SIDE_WHITE,
                Shape.of(ANY, WHITE.and(BELOW), WHITE),
                c -> c.top(0) < c.bottom(2) && areAlike(c));
    }

    private static boolean areAlike(CandleShapes c) {
        double near = c.near(1);
        return c.body(0) >= c.body(1) - near && c.body(0) <= c.body(1) + near && c.equal(c.open(0), c.open(1), 1);
    }

    private static void crows(RuleBook book) {
        book.bearish(
                TWO_CROWS,
                Shape.of(LONG.and(WHITE), BLACK.and(ABOVE), BLACK),
                c -> c.insideBody(c.open(0), 1) && c.insideBody(c.close(0), 2));
        book.bearish(
                UPSIDE_GAP_TWO_CROWS,
                Shape.of(LONG.and(WHITE), NOT_LONG.and(BLACK).and(ABOVE), BLACK.and(AROUND)),
                c -> c.close(0) > c.close(2));
    }

    private static void tasuki(RuleBook book) {
        book.bullish(
                TASUKI_GAP,
                Shape.of(ANY, WHITE.and(ABOVE), BLACK),
                c -> c.insideBody(c.open(0), 1) && c.close(0) < c.open(1) && c.close(0) > c.top(2) && bodiesAreNear(c));
        book.bearish(
                TASUKI_GAP,
                Shape.of(ANY, BLACK.and(BELOW), WHITE),
                c -> c.insideBody(c.open(0), 1)
                        && c.close(0) > c.open(1)
                        && c.close(0) < c.bottom(2)
                        && bodiesAreNear(c));
    }

    private static boolean bodiesAreNear(CandleShapes c) {
        return Math.abs(c.body(1) - c.body(0)) < c.near(1);
    }

    private static void threeMethods(RuleBook book) {
        book.bullish(
                GAP_THREE_METHODS,
                Shape.of(WHITE, WHITE.and(ABOVE), BLACK),
                c -> c.insideBody(c.open(0), 1) && c.insideBody(c.close(0), 2));
        book.bearish(
                GAP_THREE_METHODS,
                Shape.of(BLACK, BLACK.and(BELOW), WHITE),
                c -> c.insideBody(c.open(0), 1) && c.insideBody(c.close(0), 2));
    }
}
