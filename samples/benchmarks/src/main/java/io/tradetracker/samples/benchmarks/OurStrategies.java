package io.tradetracker.samples.benchmarks;

import io.tradetracker.api.indicator.Indicator;
import io.tradetracker.api.indicator.Macd;
import io.tradetracker.api.indicator.PriceField;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.Strategy;
import io.tradetracker.api.strategy.StrategyContext;
import io.tradetracker.api.strategy.StrategyView;

/** The rules as strategies of the SDK. */
final class OurStrategies {
    private OurStrategies() {}

    static Strategy create(TradingRules rules, StrategyContext context) {
        context.warmUp(TradingRules.FIRST_DECISION + 1);
        return switch (rules) {
            case SMA_CROSS -> new SmaCross(context);
            case RSI_REVERSION -> new RsiReversion(context);
            case MACD_STOP -> new MacdStop(context);
        };
    }

    private static final class SmaCross implements Strategy {
        private final Indicator fast;
        private final Indicator slow;

        SmaCross(StrategyContext context) {
            fast = context.indicators().sma(PriceField.CLOSE, 10);
            slow = context.indicators().sma(PriceField.CLOSE, 30);
        }

        @Override
        public Decision onCandle(StrategyView view) {
            if (view.position().isFlat()) {
                return fast.crossedAbove(slow) ? Decision.enter(OrderSide.BUY) : Decision.hold();
            }
            return fast.crossedBelow(slow) ? Decision.exit() : Decision.hold();
        }
    }

    private static final class RsiReversion implements Strategy {
        private final Indicator rsi;

        RsiReversion(StrategyContext context) {
            rsi = context.indicators().rsi(PriceField.CLOSE, 14);
        }

        @Override
        public Decision onCandle(StrategyView view) {
            if (view.position().isFlat()) {
                return rsi.value() < 30 ? Decision.enter(OrderSide.BUY) : Decision.hold();
            }
            return rsi.value() > 70 ? Decision.exit() : Decision.hold();
        }
    }

    private static final class MacdStop implements Strategy {
        private final Macd macd;
        private final Indicator atr;

        MacdStop(StrategyContext context) {
            macd = context.indicators().macd(PriceField.CLOSE, 12, 26, 9);
            atr = context.indicators().atr(14);
        }

        @Override
        public Decision onCandle(StrategyView view) {
            if (view.position().isFlat()) {
                return macd.line().crossedAbove(macd.signal()) ? Decision.enter(OrderSide.BUY) : Decision.hold();
            }
            double stop = view.position().averagePrice() - 2 * atr.value();
            boolean leaves =
                    macd.line().crossedBelow(macd.signal()) || view.candles().close() < stop;
            return leaves ? Decision.exit() : Decision.hold();
        }
    }
}
