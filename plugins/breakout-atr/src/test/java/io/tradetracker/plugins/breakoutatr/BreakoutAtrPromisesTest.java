package io.tradetracker.plugins.breakoutatr;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.strategy.StrategyFactory;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.strategytestkit.StrategyChecks;
import io.tradetracker.testkit.Markets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class BreakoutAtrPromisesTest {
    private static final StrategyFactory STRATEGY =
            context -> new BreakoutAtr(context, new BreakoutAtr.Parameters(10, 7, 2, 3, 4, true));

    @TestFactory
    Stream<DynamicTest> keepsItsPromises() {
        return StrategyChecks.all(STRATEGY);
    }

    @Test
    void tradesOnARandomMarketAndGivesItsReasons() {
        CandleSeries market = Markets.seeded(1).randomWalk(2_000);

        var result = TradeTracker.create()
                .backtest()
                .candles(market)
                .strategy(STRATEGY)
                .run();

        assertThat(result.fills()).hasSizeGreaterThan(10);
        assertThat(result.decisions())
                .allSatisfy(decision -> assertThat(decision.decision().reason()).isNotEmpty());
    }
}
