package io.tradetracker.indicators.candlestick;

import static io.tradetracker.indicators.candlestick.CandlestickPattern.ABANDONED_BABY;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.ADVANCE_BLOCK;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.BREAKAWAY;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.CONCEALING_BABY_SWALLOW;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.GAP_THREE_METHODS;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.IN_NECK;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.KICKING;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.KICKING_BY_LENGTH;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.MAT_HOLD;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.RISING_FALLING_THREE_METHODS;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.STALLED_PATTERN;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.TASUKI_GAP;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.THREE_BLACK_CROWS;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.THREE_LINE_STRIKE;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.THREE_STARS_IN_THE_SOUTH;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.THREE_WHITE_SOLDIERS;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.THRUSTING;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.TWO_CROWS;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.UNIQUE_THREE_RIVER;
import static io.tradetracker.indicators.candlestick.CandlestickPattern.UPSIDE_GAP_TWO_CROWS;

import java.util.Map;
import java.util.Random;

/**
 * Candles for patterns that random markets hardly ever show. Each pattern is drawn once and repeated, as it is and
 * upside down, with its prices moved a little and often one of them made equal to another. Before it come candles with
 * bodies of about 8 and ranges of about 16, or all alike with bodies of 10 and ranges of 20: then a tenth, a fifth and
 * a twentieth are whole prices, which the drawn ones can meet exactly.
 */
final class PatternTemplates {
    private static final int BEFORE = 16;

    /** Open, high, low and close of each candle, above the price where the pattern begins. */
    private static final Map<CandlestickPattern, int[][]> DRAWN = Map.ofEntries(
            Map.entry(THREE_BLACK_CROWS, new int[][] {{0, 12, -1, 10}, {11, 12, 5, 5}, {9, 10, 1, 1}, {6, 7, -5, -5}}),
            Map.entry(THREE_STARS_IN_THE_SOUTH, new int[][] {{12, 13, -16, 0}, {8, 9, -10, 1}, {2, 2, -1, -1}}),
            Map.entry(TWO_CROWS, new int[][] {{0, 15, -1, 14}, {20, 21, 16, 17}, {19, 20, 7, 8}}),
            Map.entry(UNIQUE_THREE_RIVER, new int[][] {{14, 15, -4, 0}, {8, 9, -8, 3}, {-4, 0, -5, -1}}),
            Map.entry(UPSIDE_GAP_TWO_CROWS, new int[][] {{0, 15, -1, 14}, {20, 21, 17, 18}, {22, 23, 15, 16}}),
            Map.entry(
                    CONCEALING_BABY_SWALLOW,
                    new int[][] {{30, 30, 20, 20}, {19, 19, 9, 9}, {6, 11, -1, 0}, {13, 13, -3, -3}}),
            Map.entry(THREE_LINE_STRIKE, new int[][] {{0, 7, -1, 6}, {4, 11, 3, 10}, {8, 15, 7, 14}, {16, 17, -3, -2}}),
            Map.entry(BREAKAWAY, new int[][] {
                {0, 15, -1, 14}, {17, 21, 16, 20}, {19, 24, 18, 23}, {22, 27, 21, 26}, {25, 26, 15, 16}
            }),
            Map.entry(MAT_HOLD, new int[][] {
                {0, 21, -1, 20}, {26, 27, 22, 23}, {22, 23, 17, 18}, {18, 19, 10, 11}, {17, 31, 16, 30}
            }),
            Map.entry(
                    RISING_FALLING_THREE_METHODS,
                    new int[][] {{0, 21, -1, 20}, {18, 19, 14, 15}, {15, 16, 11, 12}, {12, 13, 8, 9}, {10, 25, 9, 24}}),
            Map.entry(ABANDONED_BABY, new int[][] {{0, 15, -1, 14}, {20, 21, 18, 20}, {15, 16, 1, 2}}),
            Map.entry(GAP_THREE_METHODS, new int[][] {{0, 7, -1, 6}, {10, 17, 9, 16}, {13, 14, 2, 3}}),
            Map.entry(IN_NECK, new int[][] {{14, 15, -2, 0}, {-6, 2, -7, 1}}),
            Map.entry(THRUSTING, new int[][] {{14, 15, -2, 0}, {-6, 4, -7, 3}}),
            Map.entry(THREE_WHITE_SOLDIERS, new int[][] {{0, 14, -1, 14}, {8, 24, 7, 24}, {17, 31, 16, 31}}),
            Map.entry(ADVANCE_BLOCK, new int[][] {{0, 15, -1, 14}, {6, 24, 5, 17}, {15, 28, 14, 20}}),
            Map.entry(STALLED_PATTERN, new int[][] {{0, 14, -1, 13}, {5, 19, 4, 19}, {18, 23, 17, 22}}),
            Map.entry(TASUKI_GAP, new int[][] {{0, 7, -1, 6}, {14, 23, 13, 22}, {18, 19, 9, 10}}),
            Map.entry(KICKING, new int[][] {{0, 0, -14, -14}, {4, 18, 4, 18}}),
            Map.entry(KICKING_BY_LENGTH, new int[][] {{0, 0, -14, -14}, {4, 18, 4, 18}}));

    private final Random random;

    PatternTemplates(long seed) {
        random = new Random(seed);
    }

    static Iterable<CandlestickPattern> patterns() {
        return DRAWN.keySet();
    }

    /** {@return candles among which the pattern shows in many variants, in eighths} */
    Prices candles(CandlestickPattern pattern, int repeats) {
        int[][] drawn = DRAWN.get(pattern);
        int each = BEFORE + drawn.length;
        Prices prices = Prices.empty(pattern.id(), each * repeats);
        int price = 4000;
        for (int repeat = 0; repeat < repeats; repeat++) {
            int from = each * repeat;
            boolean alike = random.nextBoolean();
            for (int i = 0; i < BEFORE; i++) {
                price = alike ? addAlike(prices, from + i, price) : addOrdinary(prices, from + i, price);
            }
            int direction = repeat % 2 == 0 || pattern.signals() != CandlestickSignals.BOTH ? 1 : -1;
            int[][] varied = varied(drawn);
            for (int i = 0; i < varied.length; i++) {
                addDrawn(prices, from + BEFORE + i, price, direction, varied[i]);
            }
        }
        return prices.each(ticks -> ticks / Prices.EIGHTHS);
    }

    private int addOrdinary(Prices prices, int i, int open) {
        int body = 4 + random.nextInt(9);
        int close = open > 4000 ? open - body : open + body;
        int high = Math.max(open, close) + random.nextInt(9);
        int low = Math.min(open, close) - random.nextInt(9);
        prices.set(i, open, high, low, close);
        return close;
    }

    private static int addAlike(Prices prices, int i, int open) {
        int close = open > 4000 ? open - 10 : open + 10;
        prices.set(i, open, Math.max(open, close) + 5, Math.min(open, close) - 5, close);
        return close;
    }

    private int[][] varied(int[][] drawn) {
        int[][] varied = new int[drawn.length][4];
        for (int i = 0; i < drawn.length; i++) {
            for (int k = 0; k < 4; k++) {
                varied[i][k] = drawn[i][k] + moved();
            }
        }
        if (random.nextBoolean()) {
            int[] from = varied[random.nextInt(varied.length)];
            varied[random.nextInt(varied.length)][random.nextInt(4)] = from[random.nextInt(4)];
        }
        return varied;
    }

    private int moved() {
        return random.nextInt(8) == 0 ? random.nextInt(7) - 3 : 0;
    }

    private static void addDrawn(Prices prices, int i, int base, int direction, int[] candle) {
        int open = base + direction * candle[0];
        int close = base + direction * candle[3];
        int oneEnd = base + direction * candle[1];
        int otherEnd = base + direction * candle[2];
        int high = Math.max(Math.max(open, close), Math.max(oneEnd, otherEnd));
        int low = Math.min(Math.min(open, close), Math.min(oneEnd, otherEnd));
        prices.set(i, open, high, low, close);
    }
}
