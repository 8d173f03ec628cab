package io.tradetracker.plugins.bollingeroco;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.order.Fill;
import io.tradetracker.api.order.FillReason;
import io.tradetracker.api.order.PositionSide;
import io.tradetracker.api.strategy.StrategyFactory;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.backtest.BacktestResult;
import io.tradetracker.core.report.RoundTrip;
import io.tradetracker.strategytestkit.StrategyChecks;
import io.tradetracker.testkit.Markets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class BollingerOcoPromisesTest {
    private static final StrategyFactory STRATEGY =
            context -> new BollingerOco(context, new BollingerOco.Parameters(12, 1.5, 1, 0.05));

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
    void entersOnBothSidesAndTakesProfits() {
        assertThat(run().roundTrips()).extracting(RoundTrip::side).contains(PositionSide.LONG, PositionSide.SHORT);
        assertThat(run().fills()).extracting(Fill::reason).contains(FillReason.TAKE_PROFIT, FillReason.STOP_LOSS);
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
