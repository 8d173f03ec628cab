package io.tradetracker.samples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.indicator.PriceField;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.Strategy;
import io.tradetracker.api.strategy.StrategyContext;
import io.tradetracker.api.strategy.StrategyFactory;
import io.tradetracker.core.engine.Engine;
import io.tradetracker.core.engine.EngineSettings;
import io.tradetracker.testkit.Allocation;
import org.junit.jupiter.api.Test;

final class EngineAllocationTest {
    private static final int ROUNDS = 10;
    private static final int CANDLES = 10_000;

    private final CandleSeries candles = GeometricWalk.candles(42, ROUNDS * CANDLES);
    private int next;

    @Test
    void aCandleWithoutAFillAllocatesNothing() {
        assertAllocatesNothing(EngineAllocationTest::watchful);
    }

    @Test
    void aProtectedPositionThatNothingReachesAllocatesNothing() {
        assertAllocatesNothing(EngineAllocationTest::holding);
    }

    private void assertAllocatesNothing(StrategyFactory strategy) {
        Engine engine = new Engine(EngineSettings.of(candles.instrument(), candles.timeframe()), strategy);

        long allocated = Allocation.leastBytes(ROUNDS, () -> feedARound(engine));

        assertThat(allocated).as("bytes for %d candles", CANDLES).isLessThan(CANDLES / 100);
    }

    private void feedARound(Engine engine) {
        int end = next + CANDLES;
        for (int i = next; i < end; i++) {
            engine.onCandle(
                    candles.timeMillis(i),
                    candles.open(i),
                    candles.high(i),
                    candles.low(i),
                    candles.close(i),
                    candles.volume(i));
        }
        next = end;
    }

    private static Strategy holding(StrategyContext context) {
        boolean[] entered = {false};
        return view -> {
            boolean enters = !entered[0];
            entered[0] = true;
            return enters
                    ? Decision.enter(OrderSide.BUY)
                            .stopLoss(0.001)
                            .takeProfit(1e9)
                            .trailing(1e6)
                    : Decision.hold();
        };
    }

    private static Strategy watchful(StrategyContext context) {
        var sma = context.indicators().sma(PriceField.CLOSE, 30);
        var rsi = context.indicators().rsi(PriceField.CLOSE, 14);
        var macd = context.indicators().macd(PriceField.CLOSE, 12, 26, 9);
        var atr = context.indicators().atr(14);
        return view -> view.position().isLong()
                        || view.candles().close() < 0
                        || sma.crossedAbove(macd.line()) && rsi.value() + atr.value() < 0
                ? Decision.exit()
                : Decision.hold();
    }
}
