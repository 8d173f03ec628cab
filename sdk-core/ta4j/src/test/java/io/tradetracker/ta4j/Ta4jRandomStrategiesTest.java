package io.tradetracker.ta4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.core.simulation.FillAt;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Trees of rules that nobody would write trade in our engine as they do in ta4j's. */
final class Ta4jRandomStrategiesTest {
    private static final int STRATEGIES = 400;

    @Test
    void makesTheTradesOfTa4j() {
        int trading = 0;
        int trades = 0;
        for (int seed = 1; seed <= STRATEGIES; seed++) {
            long drawn = seed;
            CandleSeries market =
                    SampleCandles.made(seed, 700).skip(seed % 5).findFirst().orElseThrow();
            FillAt fillAt = seed % 2 == 0 ? FillAt.NEXT_OPEN : FillAt.CLOSE;
            Comparison comparison = new Comparison(market, fillAt, bars -> RandomStrategy.of(bars, drawn));
            List<String> theirs = comparison.theirs();

            assertThat(comparison.ours())
                    .as("strategy of seed %s over %s filled at %s", seed, market, fillAt)
                    .isEqualTo(theirs);
            trading += theirs.isEmpty() ? 0 : 1;
            trades += theirs.size();
        }
        assertThat(trading).as("strategies that traded").isGreaterThan(STRATEGIES / 2);
        assertThat(trades).isGreaterThan(10_000);
    }
}
