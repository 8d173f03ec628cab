package io.tradetracker.indicators.candlestick;

import static io.tradetracker.indicators.candlestick.CandlestickPattern.BELT_HOLD;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.CLOSING_MARUBOZU;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.DOJI;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.DRAGONFLY_DOJI;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.GRAVESTONE_DOJI;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.HAMMER;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.HANGING_MAN;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.HIGH_WAVE;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.INVERTED_HAMMER;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.LONG_LEGGED_DOJI;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.LONG_LINE;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.MARUBOZU;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.RICKSHAW_MAN;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.SHOOTING_STAR;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.SHORT_LINE;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.SPINNING_TOP;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.TAKURI;

/** Patterns of one candle; some ask where it lies to the candle before. */
final class SingleCandles {
    private static final Look LOWER_SHADOW_ONLY =
            Look.SHORT.and(Look.LOWER_LONG).and(Look.UPPER_TINY);
    private static final Look UPPER_SHADOW_ONLY =
            Look.SHORT.and(Look.UPPER_LONG).and(Look.LOWER_TINY);
    private static final Look BOTH_SHADOWS_LONG = Look.UPPER_LONG.and(Look.LOWER_LONG);
    private static final Look BOTH_SHADOWS_SHORT = Look.UPPER_SHORT.and(Look.LOWER_SHORT);
    private static final Look BOTH_SHADOWS_TINY = Look.UPPER_TINY.and(Look.LOWER_TINY);

    private SingleCandles() {}

    static void write(RuleBook book) {
        longBodies(book);
        shortBodies(book);
        hammers(book);
        dojis(book);
    }

    private static void longBodies(RuleBook book) {
        Look white = Look.WHITE.and(Look.LONG);
        Look black = Look.BLACK.and(Look.LONG);
        book.bullish(BELT_HOLD, Shape.of(white.and(Look.LOWER_TINY)));
        book.bearish(BELT_HOLD, Shape.of(black.and(Look.UPPER_TINY)));
        book.bullish(CLOSING_MARUBOZU, Shape.of(white.and(Look.UPPER_TINY)));
        book.bearish(CLOSING_MARUBOZU, Shape.of(black.and(Look.LOWER_TINY)));
        byColour(book, MARUBOZU, Look.LONG.and(BOTH_SHADOWS_TINY), Relation.NONE);
        byColour(book, LONG_LINE, Look.LONG.and(BOTH_SHADOWS_SHORT), Relation.NONE);
    }

    private static void shortBodies(RuleBook book) {
        byColour(book, SHORT_LINE, Look.SHORT.and(BOTH_SHADOWS_SHORT), Relation.NONE);
        byColour(book, SPINNING_TOP, Look.SHORT.and(BOTH_SHADOWS_LONG), Relation.NONE);
        byColour(
                book,
                HIGH_WAVE,
                Look.SHORT.and(BOTH_SHADOWS_LONG),
                c -> c.upperShadow(0) > 2 * c.body(0) && c.lowerShadow(0) > 2 * c.body(0));
    }

    private static void hammers(RuleBook book) {
        book.bullish(HAMMER, Shape.of(LOWER_SHADOW_ONLY), c -> c.bottom(0) <= c.low(1) + c.near(1));
        book.bearish(HANGING_MAN, Shape.of(LOWER_SHADOW_ONLY), c -> c.bottom(0) >= c.high(1) - c.near(1));
        book.bullish(INVERTED_HAMMER, Shape.of(UPPER_SHADOW_ONLY.and(Look.BELOW)));
        book.bearish(SHOOTING_STAR, Shape.of(UPPER_SHADOW_ONLY.and(Look.ABOVE)));
    }

    private static void dojis(RuleBook book) {
        Look standing = Look.DOJI.and(Look.UPPER_TINY);
        book.bullish(DOJI, Shape.of(Look.DOJI));
        book.bullish(DRAGONFLY_DOJI, Shape.of(standing.and(Look.LOWER_SEEN)));
        book.bullish(GRAVESTONE_DOJI, Shape.of(Look.DOJI.and(Look.LOWER_TINY).and(Look.UPPER_SEEN)));
        book.bullish(TAKURI, Shape.of(standing.and(Look.LOWER_LONG)), c -> c.lowerShadow(0) > 2 * c.body(0));
        book.bullish(LONG_LEGGED_DOJI, Shape.of(Look.DOJI.and(Look.UPPER_LONG)));
        book.bullish(LONG_LEGGED_DOJI, Shape.of(Look.DOJI.and(Look.LOWER_LONG).and(Look.UPPER_NOT_LONG)));
        book.bullish(RICKSHAW_MAN, Shape.of(Look.DOJI.and(BOTH_SHADOWS_LONG)), SingleCandles::bodyIsNearTheMiddle);
    }

    private static boolean bodyIsNearTheMiddle(CandleShapes c) {
        double middle = c.low(0) + (c.high(0) - c.low(0)) / 2;
        double near = c.near(0);
        return c.bottom(0) <= middle + near && c.top(0) >= middle - near;
    }

    private static void byColour(RuleBook book, CandlestickPattern pattern, Look look, Relation relation) {
        book.bullish(pattern, Shape.of(look.and(Look.WHITE)), relation);
        book.bearish(pattern, Shape.of(look.and(Look.BLACK)), relation);
    }
}
