package io.tradetracker.plugins.rsireversion;

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

final class RsiReversionPromisesTest {
    private static final StrategyFactory STRATEGY =
            context -> new RsiReversion(context, new RsiReversion.Parameters(7, 35, 65, 50, 14, 3.0, true));

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
