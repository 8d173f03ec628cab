package io.tradetracker.plugins.multitimeframersi;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.order.Fill;
import io.tradetracker.api.order.FillReason;
import io.tradetracker.api.strategy.StrategyFactory;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.backtest.BacktestResult;
import io.tradetracker.strategytestkit.StrategyChecks;
import io.tradetracker.testkit.Markets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class MultiTimeframeRsiPromisesTest {
    private static final StrategyFactory STRATEGY =
            context -> new MultiTimeframeRsi(context, new MultiTimeframeRsi.Parameters(5, 3, 35, 2));

    @TestFactory
    Stream<DynamicTest> keepsItsPromises() {
        return StrategyChecks.all(STRATEGY);
    }

    @Test
    void tradesOnARandomMarketAndGivesItsReasons() {
        BacktestResult result = run();

        assertThat(result.fills()).hasSizeGreaterThan(10);
        assertThat(result.decisions())
                .allSatisfy(decision -> assertThat(decision.decision().reason()).isNotEmpty());
    }

    @Test
    void takesHalfOffAndTrailsTheRest() {
        assertThat(run().fills()).extracting(Fill::reason).contains(FillReason.EXIT, FillReason.TRAILING_STOP);
        assertThat(run().fills()).anySatisfy(fill -> assertThat(fill.quantity()).isEqualByComparingTo("0.5"));
    }

    private static BacktestResult run() {
        CandleSeries market = Markets.seeded(1).randomWalk(3_000);
        return TradeTracker.create()
                .backtest()
                .candles(market)
                .strategy(STRATEGY)
                .run();
    }
}
