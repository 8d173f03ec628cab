package io.tradetracker.indicators.candlestick;

import static io.tradetracker.indicators.candlestick.CandlestickPattern.COUNTERATTACK;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.DARK_CLOUD_COVER;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.DOJI_STAR;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.ENGULFING;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.HARAMI;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.HARAMI_CROSS;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.HOMING_PIGEON;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.IN_NECK;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.KICKING;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.KICKING_BY_LENGTH;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.MATCHING_LOW;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.ON_NECK;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.PIERCING;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.SEPARATING_LINES;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.THRUSTING;
import static io.tradetracker.indicators.candlestick.Look.ABOVE;
import static io.tradetracker.indicators.candlestick.Look.AROUND;
import static io.tradetracker.indicators.candlestick.Look.BELOW;
import static io.tradetracker.indicators.candlestick.Look.BLACK;
import static io.tradetracker.indicators.candlestick.Look.DOJI;
import static io.tradetracker.indicators.candlestick.Look.INSIDE;
import static io.tradetracker.indicators.candlestick.Look.LONG;
import static io.tradetracker.indicators.candlestick.Look.LOWER_TINY;
import static io.tradetracker.indicators.candlestick.Look.NOT_LONG;
import static io.tradetracker.indicators.candlestick.Look.UPPER_TINY;
import static io.tradetracker.indicators.candlestick.Look.WHITE;

/** Patterns of two candles. */
final class CandlePairs {
    private static final Look LONG_WHITE = LONG.and(WHITE);
    private static final Look LONG_BLACK = LONG.and(BLACK);

    private CandlePairs() {}

    static void write(RuleBook book) {
        bodiesInBodies(book);
        cloudAndPiercing(book);
        necks(book);
        equalPrices(book);
        kicking(book);
        book.bullish(DOJI_STAR, Shape.of(LONG_BLACK, DOJI.and(BELOW)));
        book.bearish(DOJI_STAR, Shape.of(LONG_WHITE, DOJI.and(ABOVE)));
    }

    private static void bodiesInBodies(RuleBook book) {
        book.bullish(ENGULFING, Shape.of(BLACK, WHITE.and(AROUND)));
        book.bearish(ENGULFING, Shape.of(WHITE, BLACK.and(AROUND)));
        book.bullish(HARAMI, Shape.of(LONG_BLACK, NOT_LONG.and(INSIDE)));
        book.bearish(HARAMI, Shape.of(LONG_WHITE, NOT_LONG.and(INSIDE)));
        book.bullish(HARAMI_CROSS, Shape.of(LONG_BLACK, DOJI.and(INSIDE)));
        book.bearish(HARAMI_CROSS, Shape.of(LONG_WHITE, DOJI.and(INSIDE)));
        book.bullish(HOMING_PIGEON, Shape.of(LONG_BLACK, NOT_LONG.and(BLACK).and(INSIDE)));
    }

    private static void cloudAndPiercing(RuleBook book) {
        double penetration = book.penetration(DARK_CLOUD_COVER);
        book.bearish(
                DARK_CLOUD_COVER,
                Shape.of(LONG_WHITE, BLACK),
                c -> c.open(0) > c.high(1)
                        && c.close(0) > c.open(1)
                        && c.close(0) < c.close(1) - c.body(1) * penetration);
        book.bullish(
                PIERCING,
                Shape.of(LONG_BLACK, LONG_WHITE),
                c -> c.open(0) < c.low(1) && c.close(0) < c.open(1) && c.close(0) > c.close(1) + c.body(1) * 0.5);
    }

    private static void necks(RuleBook book) {
        Shape shape = Shape.of(LONG_BLACK, WHITE);
        book.bearish(ON_NECK, shape, c -> c.open(0) < c.low(1) && c.equal(c.close(0), c.low(1), 1));
        book.bearish(
                IN_NECK,
                shape,
                c -> c.open(0) < c.low(1) && c.close(0) <= c.close(1) + c.tolerance(1) && c.close(0) >= c.close(1));
        book.bearish(
                THRUSTING,
                shape,
                c -> c.open(0) < c.low(1)
                        && c.close(0) > c.close(1) + c.tolerance(1)
                        && c.close(0) <= c.close(1) + c.body(1) * 0.5);
    }

    private static void equalPrices(RuleBook book) {
        Relation closes = c -> c.equal(c.close(0), c.close(1), 1);
        Relation opens = c -> c.equal(c.open(0), c.open(1), 1);
        book.bullish(MATCHING_LOW, Shape.of(BLACK, BLACK), closes);
        book.bullish(COUNTERATTACK, Shape.of(LONG_BLACK, LONG_WHITE), closes);
        book.bearish(COUNTERATTACK, Shape.of(LONG_WHITE, LONG_BLACK), closes);
        book.bullish(SEPARATING_LINES, Shape.of(BLACK, LONG_WHITE.and(LOWER_TINY)), opens);
        book.bearish(SEPARATING_LINES, Shape.of(WHITE, LONG_BLACK.and(UPPER_TINY)), opens);
    }

    private static void kicking(RuleBook book) {
        Look bare = LONG.and(UPPER_TINY).and(LOWER_TINY);
        Shape up = Shape.of(bare.and(BLACK), bare.and(WHITE));
        Shape down = Shape.of(bare.and(WHITE), bare.and(BLACK));
        book.bullish(KICKING, up, c -> c.allAbove(0));
        book.bearish(KICKING, down, c -> c.allBelow(0));
        book.bullish(KICKING_BY_LENGTH, up, c -> c.allAbove(0) && c.body(0) > c.body(1));
        book.bearish(KICKING_BY_LENGTH, up, c -> c.allAbove(0) && c.body(0) <= c.body(1));
        book.bearish(KICKING_BY_LENGTH, down, c -> c.allBelow(0) && c.body(0) > c.body(1));
        book.bullish(KICKING_BY_LENGTH, down, c -> c.allBelow(0) && c.body(0) <= c.body(1));
    }
}
