package io.tradetracker.indicators.candlestick;

import static io.tradetracker.indicators.candlestick.CandlestickPattern.BREAKAWAY;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.CONCEALING_BABY_SWALLOW;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.LADDER_BOTTOM;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.STICK_SANDWICH;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.THREE_INSIDE;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.THREE_OUTSIDE;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.UNIQUE_THREE_RIVER;
import static io.tradetracker.indicators.candlestick.Look.ABOVE;
import static io.tradetracker.indicators.candlestick.Look.ANY;
import static io.tradetracker.indicators.candlestick.Look.AROUND;
import static io.tradetracker.indicators.candlestick.Look.BELOW;
import static io.tradetracker.indicators.candlestick.Look.BLACK;
import static io.tradetracker.indicators.candlestick.Look.INSIDE;
import static io.tradetracker.indicators.candlestick.Look.LONG;
import static io.tradetracker.indicators.candlestick.Look.LOWER_TINY;
import static io.tradetracker.indicators.candlestick.Look.NOT_LONG;
import static io.tradetracker.indicators.candlestick.Look.SHORT;
import static io.tradetracker.indicators.candlestick.Look.UPPER_SEEN;
import static io.tradetracker.indicators.candlestick.Look.UPPER_TINY;
import static io.tradetracker.indicators.candlestick.Look.WHITE;

/** Patterns of three to five candles in which the last ones turn against the first. */
final class Turns {
    private static final Look LONG_WHITE = LONG.and(WHITE);
    private static final Look LONG_BLACK = LONG.and(BLACK);

    private Turns() {}

    static void write(RuleBook book) {
        insideAndOutside(book);
        bottoms(book);
        breakaways(book);
    }

    private static void insideAndOutside(RuleBook book) {
        book.bullish(THREE_INSIDE, Shape.of(LONG_BLACK, NOT_LONG.and(INSIDE), WHITE), c -> c.close(0) > c.open(2));
        book.bearish(THREE_INSIDE, Shape.of(LONG_WHITE, NOT_LONG.and(INSIDE), BLACK), c -> c.close(0) < c.open(2));
        book.bullish(THREE_OUTSIDE, Shape.of(BLACK, WHITE.and(AROUND), ANY), c -> c.close(0) > c.close(1));
        book.bearish(THREE_OUTSIDE, Shape.of(WHITE, BLACK.and(AROUND), ANY), c -> c.close(0) < c.close(1));
    }

    private static void bottoms(RuleBook book) {
        book.bullish(
                STICK_SANDWICH,
                Shape.of(BLACK, WHITE, BLACK),
                c -> c.low(1) > c.close(2) && c.equal(c.close(0), c.close(2), 2));
        book.bullish(
                UNIQUE_THREE_RIVER,
                Shape.of(LONG_BLACK, BLACK, SHORT.and(WHITE)),
                c -> c.close(1) > c.close(2) && c.open(1) <= c.open(2) && c.low(1) < c.low(2) && c.open(0) > c.low(1));
        Look bare = BLACK.and(UPPER_TINY).and(LOWER_TINY);
        book.bullish(
                CONCEALING_BABY_SWALLOW,
                Shape.of(bare, bare, BLACK.and(UPPER_SEEN).and(BELOW), BLACK),
                c -> c.high(1) > c.close(2) && c.high(0) > c.high(1) && c.low(0) < c.low(1));
        book.bullish(LADDER_BOTTOM, Shape.of(BLACK, BLACK, BLACK.and(UPPER_SEEN), WHITE), Turns::leavesTheLadder);
    }

    private static boolean leavesTheLadder(CandleShapes c) {
        return c.looks(BLACK, 4)
                && c.open(4) > c.open(3)
                && c.open(3) > c.open(2)
                && c.close(4) > c.close(3)
                && c.close(3) > c.close(2)
                && c.open(0) > c.open(1)
                && c.close(0) > c.high(1);
    }

    private static void breakaways(RuleBook book) {
        book.bullish(
                BREAKAWAY,
                Shape.of(BLACK.and(BELOW), ANY, BLACK, WHITE),
                c -> c.looks(LONG_BLACK, 4)
                        && isLower(c, 2)
                        && isLower(c, 1)
                        && c.close(0) > c.open(3)
                        && c.close(0) < c.close(4));
        book.bearish(
                BREAKAWAY,
                Shape.of(WHITE.and(ABOVE), ANY, WHITE, BLACK),
                c -> c.looks(LONG_WHITE, 4)
                        && isHigher(c, 2)
                        && isHigher(c, 1)
                        && c.close(0) < c.open(3)
                        && c.close(0) > c.close(4));
    }

    private static boolean isLower(CandleShapes c, int ago) {
        return c.high(ago) < c.high(ago + 1) && c.low(ago) < c.low(ago + 1);
    }

    private static boolean isHigher(CandleShapes c, int ago) {
        return c.high(ago) > c.high(ago + 1) && c.low(ago) > c.low(ago + 1);
    }
}
