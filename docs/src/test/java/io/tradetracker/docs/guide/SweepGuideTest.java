package io.tradetracker.docs.guide;

import static io.tradetracker.api.indicator.PriceField.CLOSE;
import static io.tradetracker.api.order.OrderSide.BUY;
import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.indicator.Indicator;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.Strategy;
import io.tradetracker.api.strategy.StrategyContext;
import io.tradetracker.api.strategy.StrategyView;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.report.Statistic;
import io.tradetracker.core.sweep.ParameterGrid;
import io.tradetracker.core.sweep.SweepResult;
import io.tradetracker.core.sweep.SweepRow;
import io.tradetracker.samples.data.SampleData;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What "Sweeps" shows. */
final class SweepGuideTest {
    @Test
    void sweeps() {
        // snippet: sweep
        SweepResult sweep = TradeTracker.create()
                .sweep()
                .candles(SampleData.us500Daily())
                .grid(ParameterGrid.of("fast=5..50:5", "slow=20..200:10"))
                .strategy(values -> context -> new Cross(context, values))
                .configure(backtest -> backtest.cash(50_000))
                .holdout(30)
                .run();
        for (SweepRow row : sweep.top(3)) {
            System.out.println(
                    row.parameters() + " " + row.get(Statistic.SHARPE) + ", held out " + row.heldOut(Statistic.SHARPE));
        }
        // end

        assertThat(sweep.rows()).hasSize(190);
        assertThat(sweep.top(1).getFirst().get(Statistic.SHARPE)).isPositive();
        assertThat(sweep.faults()).isEmpty();
    }

    private static final class Cross implements Strategy {
        private final Indicator fast;
        private final Indicator slow;

        Cross(StrategyContext context, Map<String, String> values) {
            fast = context.indicators().sma(CLOSE, Integer.parseInt(values.get("fast")));
            slow = context.indicators().sma(CLOSE, Integer.parseInt(values.get("slow")));
        }

        @Override
        public Decision onCandle(StrategyView view) {
            return fast.crossedAbove(slow)
                    ? Decision.enter(BUY)
                    : fast.crossedBelow(slow) ? Decision.exit() : Decision.hold();
        }
    }
}
