package io.tradetracker.samples.benchmarks.reproduction;

import static io.tradetracker.api.indicator.PriceField.CLOSE;
import static io.tradetracker.api.order.OrderSide.BUY;
import static io.tradetracker.api.order.OrderSide.SELL;

import io.tradetracker.api.indicator.Indicator;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.Intent;
import io.tradetracker.api.strategy.Strategy;
import io.tradetracker.api.strategy.StrategyContext;
import io.tradetracker.api.strategy.StrategyFactory;
import io.tradetracker.api.strategy.StrategyView;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The strategies as an outsider writes them. All compare a fast with a slow simple mean of closes. */
final class Rules {
    private static final double CENT = 0.01;

    private Rules() {}

    private record Means(Indicator fast, Indicator slow) {
        static Means of(StrategyContext context, int fast, int slow) {
            return new Means(
                    context.indicators().sma(CLOSE, fast), context.indicators().sma(CLOSE, slow));
        }

        /** {@return 1 when the fast one crossed above, −1 when below, else 0} */
        int cross() {
            return fast.crossedAbove(slow) ? 1 : fast.crossedBelow(slow) ? -1 : 0;
        }
    }

    static StrategyFactory longOnly() {
        return crossing(10, 30, side -> side == BUY ? Decision.enter(BUY) : Decision.exit());
    }

    static StrategyFactory reversing(int fast, int slow) {
        return crossing(fast, slow, Decision::reverse);
    }

    /** Closes, then opens anew: two orders, each of which pays its own commission. */
    static StrategyFactory closingAndOpening(int fast, int slow) {
        return crossing(fast, slow, side -> Decision.exit().and(Decision.order(side)));
    }

    private static StrategyFactory crossing(int fast, int slow, Function<OrderSide, Decision> then) {
        return context -> {
            Means means = Means.of(context, fast, slow);
            return view -> means.cross() == 0 ? Decision.hold() : then.apply(means.cross() > 0 ? BUY : SELL);
        };
    }

    /** Enters while flat, with a stop that follows. */
    static StrategyFactory trailing(double distance) {
        return context -> {
            Means means = Means.of(context, 10, 30);
            return view -> !view.position().isFlat() || means.cross() == 0
                    ? Decision.hold()
                    : Decision.enter(means.cross() > 0 ? BUY : SELL).trailing(distance);
        };
    }

    /** Adds whenever the close crosses above the fast mean, closes all when it crosses below the slow one. */
    static StrategyFactory pyramiding() {
        return context -> {
            Means means = Means.of(context, 10, 30);
            return view -> {
                double close = view.candles().close();
                double before = view.candles().close(1);
                if (before <= means.fast().value(1) && close > means.fast().value()) {
                    return Decision.enter(BUY);
                }
                return before >= means.slow().value(1) && close < means.slow().value()
                        ? Decision.exit()
                        : Decision.hold();
            };
        };
    }

    /** While flat, goes with the close against the fast mean, between a stop and a target equally far away. */
    static StrategyFactory bracket(double share) {
        return context -> {
            Means means = Means.of(context, 10, 30);
            return view -> {
                double close = view.candles().close();
                double distance = cents(close * share);
                if (!view.position().isFlat() || close == means.fast().value()) {
                    return Decision.hold();
                }
                return between(Decision.enter(close > means.fast().value() ? BUY : SELL), close, distance);
            };
        };
    }

    /** Every third candle while flat: a stop a cent above the high. */
    static StrategyFactory stopEntry(double share) {
        return everyThird(share, (view, distance) -> {
            double price = cents(view.candles().high() + CENT);
            return between(Decision.enter(BUY).atStop(price), price, distance);
        });
    }

    /** Every third candle while flat: a limit below the close. */
    static StrategyFactory limitEntry(double share) {
        return everyThird(share, (view, distance) -> {
            double price = cents(view.candles().close() - distance);
            return between(Decision.enter(BUY).atLimit(price), price, distance);
        });
    }

    /** Every third candle while flat: a stop above the high and one below the low, the first of which wins. */
    static StrategyFactory oneCancelsOther(double share) {
        return everyThird(share, (view, distance) -> {
            double above = cents(view.candles().high() + CENT);
            double below = cents(view.candles().low() - CENT);
            return Decision.oneCancelsOther(
                    between(Decision.enter(BUY).atStop(above), above, distance).tag("up"),
                    between(Decision.enter(SELL).atStop(below), below, distance).tag("down"));
        });
    }

    private static StrategyFactory everyThird(double share, BiFunction<StrategyView, Double, Decision> entry) {
        return context -> {
            Means.of(context, 10, 30);
            int[] candle = {28};
            return view -> {
                candle[0]++;
                return view.position().isFlat() && candle[0] % 3 == 0
                        ? Decision.cancelAll()
                                .and(entry.apply(view, cents(view.candles().close() * share)))
                        : Decision.hold();
            };
        };
    }

    private static Decision between(Decision entry, double price, double distance) {
        boolean buys = entry.intents().getFirst() instanceof Intent.Enter enter && enter.side() == BUY;
        double up = cents(price + distance);
        double down = cents(price - distance);
        return buys ? entry.stopLoss(down).takeProfit(up) : entry.stopLoss(up).takeProfit(down);
    }

    /** Enters 10 units on a crossing of 5 and 20 while flat and nothing waits; leaves at the fifth close after. */
    static StrategyFactory fiveCandles(BiFunction<Integer, Double, Decision> entry, boolean waits) {
        return context -> {
            Means means = Means.of(context, 5, 20);
            int[] held = {0};
            return new Strategy() {
                @Override
                public Decision onCandle(StrategyView view) {
                    if (view.position().isFlat()) {
                        held[0] = 0;
                        return means.cross() == 0 || !view.orders().isEmpty() ? Decision.hold() : placed(view);
                    }
                    return ++held[0] >= 5 ? Decision.exit() : Decision.hold();
                }

                private Decision placed(StrategyView view) {
                    Decision decision =
                            entry.apply(means.cross(), view.candles().close()).quantity(10);
                    return waits
                            ? decision.goodTill(view.candles()
                                    .time(0)
                                    .plus(view.candles().timeframe().duration().multipliedBy(7)))
                            : decision;
                }
            };
        };
    }

    private static double cents(double price) {
        return Math.round(price / CENT) / 100.0;
    }
}
