package io.tradetracker.strategytestkit;

import io.tradetracker.api.market.CandleSeries;
import java.time.Instant;
import java.util.Random;

/**
 * Replaces the future: a run over candles of which all after a cut are others must decide the same up to the cut. A
 * strategy, or an engine, that sees anything of the next candle fails.
 */
public final class NoLookAhead {
    private NoLookAhead() {}

    /**
     * Checks at many cuts.
     *
     * @param runner what runs the strategy
     * @param candles the market
     * @param cuts how many cuts, spread over the market
     * @param seed of the other futures
     * @throws AssertionError naming the first cut before which anything changed
     */
    public static void check(Runner runner, CandleSeries candles, int cuts, long seed) {
        Outcome whole = runner.run(candles);
        Random random = new Random(seed);
        for (int n = 1; n <= cuts; n++) {
            int cut = (int) ((long) candles.size() * n / (cuts + 1));
            Instant closeTime = candles.time(cut - 1).plus(candles.timeframe().duration());
            Outcome other = runner.run(otherFuture(candles, cut, random));
            Outcomes.requireEqual(
                    whole.before(closeTime),
                    other.before(closeTime),
                    "with other candles after " + closeTime + " (cut " + cut + ", seed " + seed
                            + "), the past changed: ");
        }
    }

    /** The same times, with prices that jump at the cut and wander off from there. */
    private static CandleSeries otherFuture(CandleSeries candles, int cut, Random random) {
        CandleSeries.Builder other = CandleSeries.builder(candles.instrument(), candles.timeframe());
        double price = cut == 0 ? candles.open(0) : candles.close(cut - 1);
        double jump = random.nextBoolean() ? 1.25 : 0.8;
        for (int i = 0; i < candles.size(); i++) {
            if (i < cut) {
                other.add(candles.candle(i));
            } else {
                double open = price * jump;
                double close = open * (1 + 0.02 * random.nextGaussian());
                double reach = open * 0.01 * random.nextDouble();
                double low = Math.min(open, close) - reach;
                double high = Math.max(open, close) + reach;
                other.add(candles.timeMillis(i), open, high, low, close, candles.volume(i));
                price = close;
                jump = 1;
            }
        }
        return other.build();
    }
}
