package io.tradetracker.strategytestkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradetracker.api.indicator.Indicator;
import io.tradetracker.api.indicator.PriceField;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.Strategy;
import io.tradetracker.api.strategy.StrategyContext;
import io.tradetracker.api.strategy.StrategyFactory;
import io.tradetracker.api.strategy.StrategyView;
import io.tradetracker.testkit.Markets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class StrategyChecksTest {
    private static final CandleSeries MARKET = Markets.seeded(7).randomWalk(600);

    @TestFactory
    Stream<DynamicTest> passesAnHonestStrategy() {
        return StrategyChecks.all(Honest::new);
    }

    @Test
    void theHonestStrategyTradesOnMostMarkets() {
        long trading = Markets.seeded(20_261_124)
                .all(1_500)
                .filter(market ->
                        !Runner.backtest(Honest::new).run(market).fills().isEmpty())
                .count();

        assertThat(trading).isGreaterThanOrEqualTo(4);
    }

    @Test
    void catchesAStrategyThatKnowsTheNextCandle() {
        assertThatThrownBy(() -> NoLookAhead.check(peekingStrategy(), MARKET, 24, 1))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the past changed");
    }

    @Test
    void catchesAnEngineThatLeaksTheNextCandle() {
        Runner leaking = candles -> Runner.backtest(Honest::new).run(withClosesOfTheNextCandle(candles));

        assertThatThrownBy(() -> NoLookAhead.check(leaking, MARKET, 24, 1))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the past changed");
    }

    @Test
    void passesTheRealEngineOnTheSameCuts() {
        assertThatCode(() -> NoLookAhead.check(Runner.backtest(Honest::new), MARKET, 24, 1))
                .doesNotThrowAnyException();
    }

    @Test
    void catchesStateSharedBetweenRuns() {
        AtomicInteger shared = new AtomicInteger();
        StrategyFactory stateful = context -> view -> shared.incrementAndGet() % 10 == 0
                ? Decision.reverse(shared.get() % 20 == 0 ? OrderSide.BUY : OrderSide.SELL)
                : Decision.hold();

        assertFails("shares no state", stateful);
    }

    @Test
    void catchesADecisionThatDependsOnHowOftenItWasMade() {
        AtomicInteger runs = new AtomicInteger();
        StrategyFactory moody = context -> {
            int run = runs.incrementAndGet();
            return view -> run % 2 == 0 ? Decision.reverse(OrderSide.BUY) : Decision.reverse(OrderSide.SELL);
        };

        assertFails("decides the same each time", moody);
        assertFails("goes on after restarts", moody);
    }

    @Test
    void catchesAStrategyThatNeverDecides() {
        DynamicTest first = StrategyChecks.all(context -> view -> Decision.hold())
                .findFirst()
                .orElseThrow();

        assertThat(first.getDisplayName()).isEqualTo("decides something");
        assertThatThrownBy(first.getExecutable()::execute)
                .hasMessageContaining("made no decision on any market, so these checks say nothing");
    }

    @Test
    void looksForTheCauseBeforeItsEffects() {
        assertThat(StrategyChecks.on(MARKET, Honest::new)
                        .map(DynamicTest::getDisplayName)
                        .toList())
                .first()
                .asString()
                .startsWith("decides the same each time on ");
    }

    @Test
    void namesTheUsualCausesAndTheFieldThatDiffersFirst() {
        AtomicInteger counter = new AtomicInteger();
        StrategyFactory counting = context -> view -> Decision.hold().reason("decision " + counter.incrementAndGet());
        DynamicTest check = StrategyChecks.on(MARKET, counting).findFirst().orElseThrow();

        assertThatThrownBy(check.getExecutable()::execute)
                .hasMessageContaining("look for static state, a clock, or randomness that is not the context's: ")
                .hasMessageContaining("decision 1, first in its decision, was");
    }

    private static void assertFails(String check, StrategyFactory strategy) {
        List<DynamicTest> named = StrategyChecks.on(MARKET, strategy)
                .filter(test -> test.getDisplayName().startsWith(check + " on "))
                .toList();

        assertThat(named).hasSize(1);
        assertThatThrownBy(named.get(0).getExecutable()::execute).isInstanceOf(AssertionError.class);
    }

    /** Each run is given the market it runs on, as a plugin that reads a file would be. */
    private static Runner peekingStrategy() {
        return candles -> Runner.backtest(context -> new Peeking(candles)).run(candles);
    }

    private static CandleSeries withClosesOfTheNextCandle(CandleSeries candles) {
        CandleSeries.Builder leaked = CandleSeries.builder(candles.instrument(), candles.timeframe());
        for (int i = 0; i < candles.size(); i++) {
            double close = candles.close(Math.min(i + 1, candles.size() - 1));
            leaked.add(
                    candles.timeMillis(i),
                    candles.open(i),
                    Math.max(candles.high(i), close),
                    Math.min(candles.low(i), close),
                    close,
                    candles.volume(i));
        }
        return leaked.build();
    }

    private record Peeking(CandleSeries candles) implements Strategy {
        @Override
        public Decision onCandle(StrategyView view) {
            long now = view.candles().timeMillis(0);
            for (int i = 0; i + 1 < candles.size(); i++) {
                if (candles.timeMillis(i) == now) {
                    return Decision.reverse(candles.close(i + 1) > candles.close(i) ? OrderSide.BUY : OrderSide.SELL);
                }
            }
            return Decision.hold();
        }
    }

    /** Uses two timeframes, a stop, a target, randomness and limit orders, as much as it can at once. */
    private static final class Honest implements Strategy {
        private final StrategyContext context;
        private final Indicator fast;
        private final Indicator slow;
        private final Indicator trend;

        Honest(StrategyContext context) {
            this.context = context;
            Timeframe longer = Timeframe.of(context.timeframe().duration().multipliedBy(4));
            fast = context.indicators().ema(PriceField.CLOSE, 5);
            slow = context.indicators().sma(PriceField.HL2, 12);
            trend = context.indicators(longer).sma(PriceField.CLOSE, 3);
        }

        @Override
        public Decision onCandle(StrategyView view) {
            double close = view.candles().close();
            if (fast.crossedAbove(slow)) {
                return Decision.reverse(OrderSide.BUY)
                        .stopLoss(close * 0.98)
                        .takeProfit(close * 1.03)
                        .reason("up, trend " + trend.value());
            }
            if (fast.crossedBelow(slow) && context.random().nextInt(3) > 0) {
                return Decision.exit().and(Decision.enter(OrderSide.SELL).atLimit(close * 1.01));
            }
            return view.orders().size() > 2 ? Decision.cancelAll() : Decision.hold();
        }
    }
}
