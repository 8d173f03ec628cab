package io.tradetracker.indicators.candlestick;

import static io.tradetracker.indicators.candlestick.CandlestickPattern.ABANDONED_BABY;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.EVENING_DOJI_STAR;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.EVENING_STAR;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.MORNING_DOJI_STAR;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.MORNING_STAR;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.TRISTAR;
import static io.tradetracker.indicators.candlestick.Look.ABOVE;
import static io.tradetracker.indicators.candlestick.Look.ANY;
import static io.tradetracker.indicators.candlestick.Look.BELOW;
import static io.tradetracker.indicators.candlestick.Look.BLACK;
import static io.tradetracker.indicators.candlestick.Look.DOJI;
import static io.tradetracker.indicators.candlestick.Look.LONG;
import static io.tradetracker.indicators.candlestick.Look.NOT_LONG;
import static io.tradetracker.indicators.candlestick.Look.WHITE;

/** Patterns of three candles whose middle one is small and stands apart. */
final class Stars {
    private static final Look LONG_WHITE = LONG.and(WHITE);
    private static final Look LONG_BLACK = LONG.and(BLACK);

    private Stars() {}

    static void write(RuleBook book) {
        morning(book, MORNING_STAR, NOT_LONG);
        morning(book, MORNING_DOJI_STAR, DOJI);
        evening(book, EVENING_STAR, NOT_LONG);
        evening(book, EVENING_DOJI_STAR, DOJI);
        abandonedBaby(book);
        // Bodies are compared with the doji of the first of the three.
        book.bullish(TRISTAR, Shape.of(DOJI, BELOW, ANY), c -> areDojis(c) && c.bottom(0) > c.bottom(1));
        book.bearish(TRISTAR, Shape.of(DOJI, ABOVE, ANY), c -> areDojis(c) && c.top(0) < c.top(1));
    }

    private static void morning(RuleBook book, CandlestickPattern pattern, Look star) {
        double penetration = book.penetration(pattern);
        book.bullish(pattern, Shape.of(LONG_BLACK, star.and(BELOW), LONG_WHITE), c -> risesInto(c, penetration));
    }

    private static void evening(RuleBook book, CandlestickPattern pattern, Look star) {
        double penetration = book.penetration(pattern);
        book.bearish(pattern, Shape.of(LONG_WHITE, star.and(ABOVE), LONG_BLACK), c -> fallsInto(c, penetration));
    }

    private static void abandonedBaby(RuleBook book) {
        double penetration = book.penetration(ABANDONED_BABY);
        book.bullish(
                ABANDONED_BABY,
                Shape.of(LONG_BLACK, DOJI, LONG_WHITE),
                c -> c.allBelow(1) && c.allAbove(0) && risesInto(c, penetration));
        book.bearish(
                ABANDONED_BABY,
                Shape.of(LONG_WHITE, DOJI, LONG_BLACK),
                c -> c.allAbove(1) && c.allBelow(0) && fallsInto(c, penetration));
    }

    private static boolean risesInto(CandleShapes c, double penetration) {
        return c.close(0) > c.close(2) + c.body(2) * penetration;
    }

    private static boolean fallsInto(CandleShapes c, double penetration) {
        return c.close(0) < c.close(2) - c.body(2) * penetration;
    }

    private static boolean areDojis(CandleShapes c) {
        double doji = c.doji(2);
        return c.body(1) <= doji && c.body(0) <= doji;
    }
}
