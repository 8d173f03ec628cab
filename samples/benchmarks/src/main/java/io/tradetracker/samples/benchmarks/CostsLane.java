package io.tradetracker.samples.benchmarks;

import static io.tradetracker.api.indicator.PriceField.CLOSE;

import io.tradetracker.api.indicator.Indicator;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.Strategy;
import io.tradetracker.api.strategy.StrategyContext;
import io.tradetracker.api.strategy.StrategyView;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.backtest.BacktestResult;
import io.tradetracker.core.simulation.Commission;
import io.tradetracker.core.simulation.Costs;
import io.tradetracker.core.simulation.Financing;
import io.tradetracker.core.simulation.Margin;
import io.tradetracker.core.simulation.Slippage;

/** The rules through the SDK's front door, with every cost, margin, and an indicator on hourly candles. */
final class CostsLane implements Lane.Runner {
    private static final Costs COSTS = Costs.NONE
            .withSpread(1.0 / 32)
            .withCommission(Commission.parse("0.001%+0.01"))
            .withSlippage(Slippage.percent(0.001))
            .withFinancing(Financing.parse("5%/-2%@22:00"));

    private final TradeTracker tracker = TradeTracker.create();
    private final CandleSeries candles;

    CostsLane(CandleSeries candles) {
        this.candles = candles;
    }

    @Override
    public Lane.Outcome run(TradingRules rules) {
        BacktestResult result = tracker.backtest()
                .candles(candles)
                .costs(COSTS)
                .rules(all -> all.withMargin(Margin.leverage(20)))
                .strategy(context -> new WithTrend(context, OurStrategies.create(rules, context)))
                .run();
        return () -> OurBacktest.keys(result.roundTrips());
    }

    /** Asks the rules only where hourly candles have a trend; all of them have one when they have a mean. */
    private static final class WithTrend implements Strategy {
        private final Strategy rules;
        private final Indicator trend;

        WithTrend(StrategyContext context, Strategy rules) {
            this.rules = rules;
            trend = context.indicators(Timeframe.H1).ema(CLOSE, 5);
        }

        @Override
        public Decision onCandle(StrategyView view) {
            return trend.value() > 0 ? rules.onCandle(view) : Decision.hold();
        }
    }
}
