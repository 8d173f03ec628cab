package io.tradetracker.docs.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.core.TradeTracker;
import io.tradetracker.strategytestkit.StrategyChecks;
import io.tradetracker.testkit.Markets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class AuthorGuideTest {
    // snippet: author-test
    @TestFactory
    Stream<DynamicTest> keepsItsPromises() {
        return StrategyChecks.all(context -> new Pullback(context, new Pullback.Parameters(7, 40)));
    }
    // end

    @Test
    void theGuidesStrategyTrades() {
        var result = TradeTracker.create()
                .backtest()
                .candles(Markets.seeded(3).trending(3_000))
                .strategy(context -> new Pullback(context, new Pullback.Parameters(7, 40)))
                .run();

        assertThat(result.fills()).isNotEmpty();
    }
}
