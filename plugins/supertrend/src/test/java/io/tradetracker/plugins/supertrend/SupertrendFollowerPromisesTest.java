package io.tradetracker.plugins.supertrend;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.market.CandleSeries;
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

final class SupertrendFollowerPromisesTest {
    private static final StrategyFactory STRATEGY =
            context -> new SupertrendFollower(context, new SupertrendFollower.Parameters(7, 2, true));

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
    void movesItsStopWithTheLine() {
        assertThat(run().fills()).anySatisfy(fill -> assertThat(fill.reason()).isEqualTo(FillReason.STOP_LOSS));
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
