package io.tradetracker.indicators.candlestick;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The time for all patterns against that of TA-Lib's functions over the same arrays in the same process. Both leave
 * their signals in one array for each pattern. Also a program: its only output is the table.
 */
@Tag("evidence")
final class CandlestickSpeedTest {
    private static final int CANDLES = 100_000;
    private static final int ROUNDS_BEFORE = 20;
    private static final int ROUNDS = 31;

    private final CandlestickPattern[] patterns = CandlestickPattern.values();
    private final Prices prices = Prices.random(77, CANDLES, Prices.CENTS);
    private final TaLibPatterns taLib = new TaLibPatterns(prices);
    private final int[][] theirs = new int[patterns.length][CANDLES];
    private final int[][] ours = new int[patterns.length][CANDLES];

    public static void main(String[] arguments) {
        System.out.print(new CandlestickSpeedTest().measure().text());
    }

    @Test
    void takesAtMostAThirdOfTheTimeOfTaLib() {
        Result result = measure();
        System.out.print(result.text());

        assertThat(result.ratio()).isGreaterThan(3);
        assertThat(result.ratioAskingForEach()).isGreaterThan(1.5);
    }

    private Result measure() {
        double[] theirTimes = new double[ROUNDS];
        double[] ourTimes = new double[ROUNDS];
        double[] ourTimesAsking = new double[ROUNDS];
        for (int round = -ROUNDS_BEFORE; round < ROUNDS; round++) {
            double their = nanosecondsPerCandle(this::callTaLib);
            double our = nanosecondsPerCandle(this::scan);
            double asking = nanosecondsPerCandle(this::scanAndAskForEach);
            if (round >= 0) {
                theirTimes[round] = their;
                ourTimes[round] = our;
                ourTimesAsking[round] = asking;
            }
        }
        return new Result(median(theirTimes), median(ourTimes), median(ourTimesAsking));
    }

    private void callTaLib() {
        for (CandlestickPattern pattern : patterns) {
            taLib.read(pattern, pattern.penetration(), theirs[pattern.index()]);
        }
    }

    private void scan() {
        CandlestickScan scan = new CandlestickScan(EnumSet.allOf(CandlestickPattern.class));
        for (int[] column : ours) {
            Arrays.fill(column, 0);
        }
        for (int i = 0; i < CANDLES; i++) {
            prices.feed(scan, i);
            for (int k = 0; k < scan.count(); k++) {
                CandlestickPattern found = scan.found(k);
                ours[found.index()][i] = scan.signal(found);
            }
        }
    }

    private void scanAndAskForEach() {
        CandlestickScan scan = new CandlestickScan(EnumSet.allOf(CandlestickPattern.class));
        for (int i = 0; i < CANDLES; i++) {
            prices.feed(scan, i);
            for (CandlestickPattern pattern : patterns) {
                ours[pattern.index()][i] = scan.signal(pattern);
            }
        }
    }

    private static double nanosecondsPerCandle(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (double) (System.nanoTime() - start) / CANDLES;
    }

    private static double median(double[] values) {
        return Arrays.stream(values).sorted().toArray()[values.length / 2];
    }

    /** Median nanoseconds for a candle and all patterns. */
    private record Result(double taLib, double scan, double scanAskingForEach) {
        double ratio() {
            return taLib / scan;
        }

        double ratioAskingForEach() {
            return taLib / scanAskingForEach;
        }

        String text() {
            return """
                    61 candlestick patterns over %,d candles, median of %d rounds:
                    TA-Lib, 61 functions               %6.0f ns a candle
                    scan, found patterns written       %6.0f ns a candle, %.1f times as fast
                    scan, each pattern asked, written  %6.0f ns a candle, %.1f times as fast
                    """.formatted(CANDLES, ROUNDS, taLib, scan, ratio(), scanAskingForEach, ratioAskingForEach());
        }
    }
}
