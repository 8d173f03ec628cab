package io.tradetracker.ta4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.FillView;
import io.tradetracker.api.strategy.Strategy;
import io.tradetracker.api.strategy.StrategyContext;
import io.tradetracker.api.strategy.StrategyView;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.backtest.BacktestBuilder;
import io.tradetracker.core.backtest.BacktestResult;
import io.tradetracker.core.simulation.Commission;
import io.tradetracker.core.simulation.Costs;
import io.tradetracker.core.simulation.FillAt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ta4j.core.Position;
import org.ta4j.core.Rule;
import org.ta4j.core.Trade;
import org.ta4j.core.Trade.TradeType;
import org.ta4j.core.TradingRecord;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.DoubleNum;
import org.ta4j.core.rules.CrossedUpIndicatorRule;
import org.ta4j.core.rules.JustOnceRule;
import org.ta4j.core.rules.StopLossRule;

/** What rules see of the account. Candle i opens at 100 + i and closes a half higher. */
final class Ta4jRuleTest {
    private final CandleSeries candles = candles(12);
    private final List<String> seen = new ArrayList<>();

    private static CandleSeries candles(int count) {
        CandleSeries.Builder candles = CandleSeries.builder(Instrument.of("RULE"), Timeframe.M1);
        for (int i = 0; i < count; i++) {
            candles.add(60_000L * i, 100 + i, 101 + i, 99 + i, 100.5 + i, 10);
        }
        return candles.build();
    }

    @Test
    void seesThePositionFromTheCandleItWasFilledIn() {
        run(Map.of(2, Decision.enter(OrderSide.BUY), 4, Decision.exit()), backtest -> {});

        assertThat(seen)
                .containsExactly(
                        "0 flat",
                        "1 flat",
                        "2 flat",
                        "3 BUY 1.0 at 103.0 in 3",
                        "4 BUY 1.0 at 103.0 in 3",
                        "5 flat after BUY 1.0 at 103.0 in 3, SELL 1.0 at 105.0 in 5",
                        "6 flat after BUY 1.0 at 103.0 in 3, SELL 1.0 at 105.0 in 5",
                        "7 flat after BUY 1.0 at 103.0 in 3, SELL 1.0 at 105.0 in 5",
                        "8 flat after BUY 1.0 at 103.0 in 3, SELL 1.0 at 105.0 in 5",
                        "9 flat after BUY 1.0 at 103.0 in 3, SELL 1.0 at 105.0 in 5",
                        "10 flat after BUY 1.0 at 103.0 in 3, SELL 1.0 at 105.0 in 5",
                        "11 flat after BUY 1.0 at 103.0 in 3, SELL 1.0 at 105.0 in 5");
    }

    @Test
    void countsAFillAtTheCloseToItsCandle() {
        run(Map.of(2, Decision.enter(OrderSide.SELL), 4, Decision.exit()), backtest -> backtest.fillAt(FillAt.CLOSE));

        assertThat(seen)
                .contains("3 SELL 1.0 at 102.5 in 2", "5 flat after SELL 1.0 at 102.5 in 2, BUY 1.0 at 104.5 in 4");
    }

    @Test
    void countsAProtectiveFillInsideACandleToThatCandle() {
        run(Map.of(2, Decision.enter(OrderSide.BUY).takeProfit(105.25)), backtest -> backtest.fillAt(FillAt.CLOSE));

        assertThat(seen)
                .contains("4 BUY 1.0 at 102.5 in 2", "5 flat after BUY 1.0 at 102.5 in 2, SELL 1.0 at 105.25 in 5");
    }

    @Test
    void joinsSeveralEntriesAndSeveralExits() {
        run(
                Map.of(
                        1,
                        Decision.enter(OrderSide.BUY),
                        3,
                        Decision.enter(OrderSide.BUY).quantity(3),
                        5,
                        Decision.exit().quantity(1),
                        7,
                        Decision.exit()),
                backtest -> backtest.rules(rules -> rules.withMaxEntries(2)));

        assertThat(seen)
                .contains(
                        "3 BUY 1.0 at 102.0 in 2",
                        "4 BUY 4.0 at 103.5 in 2",
                        "7 BUY 4.0 at 103.5 in 2",
                        "8 flat after BUY 4.0 at 103.5 in 2, SELL 4.0 at 107.5 in 6");
    }

    @Test
    void seesAReversalAsTwoPositions() {
        run(Map.of(1, Decision.enter(OrderSide.BUY), 3, Decision.reverse(OrderSide.SELL)), backtest -> {});

        assertThat(seen).contains("4 SELL 1.0 at 104.0 in 4 after BUY 1.0 at 102.0 in 2, SELL 1.0 at 104.0 in 4");
    }

    @Test
    void keepsPositionsOfSizesThatAreNoBinaryFractions() {
        run(
                Map.of(
                        1,
                        Decision.enter(OrderSide.BUY).quantity(0.3),
                        3,
                        Decision.exit().quantity(0.1),
                        5,
                        Decision.exit().quantity(0.2),
                        7,
                        Decision.enter(OrderSide.BUY).quantity(0.7)),
                backtest -> {});

        assertThat(seen.get(6)).startsWith("6 flat after BUY 0.3 at 102.0 in 2, SELL 0.3");
        assertThat(seen.get(8)).startsWith("8 BUY 0.7 at 108.0 in 8 after");
    }

    @Test
    void knowsTheFees() {
        List<Double> net = new ArrayList<>();
        List<Double> profits = new ArrayList<>();
        Rule rule = (index, record) -> {
            if (record != null && record.getPositionCount() == 1 && net.isEmpty()) {
                Position position = record.getLastPosition();
                net.add(position.getEntry().getNetPrice().doubleValue());
                net.add(position.getExit().getNetPrice().doubleValue());
                profits.add(position.getGrossProfit().doubleValue());
                profits.add(position.getProfit().doubleValue());
            }
            return false;
        };

        BacktestResult result = run(
                Map.of(1, Decision.enter(OrderSide.BUY).quantity(4), 3, Decision.exit()),
                backtest -> backtest.costs(Costs.NONE.withCommission(Commission.perFill(2))),
                rule);

        assertThat(net).containsExactly(102.5, 103.5);
        assertThat(profits).containsExactly(8.0, 4.0);
        assertThat(result.roundTrips().getFirst().profit()).isEqualTo(4.0);
    }

    @Test
    void saysWhenFillsWereNotPassedOn() {
        assertThatThrownBy(() -> backtest()
                        .strategy(context -> {
                            Ta4jRule stop =
                                    Ta4j.on(context).rule(bars -> new StopLossRule(new ClosePriceIndicator(bars), 2));
                            return view -> stop.satisfied(view) ? Decision.exit() : Decision.enter(OrderSide.BUY);
                        })
                        .run())
                .hasMessageContaining("the account holds 1.0 of RULE, but the ta4j bridge was told of fills that make"
                        + " 0.0; in the strategy's onFill, pass every fill on with bridge.onFill(fill, view)");
    }

    @Test
    void needsNoFillsForRulesAboutPricesAlone() {
        BacktestResult result = backtest()
                .strategy(context -> {
                    Ta4jRule above = Ta4j.on(context)
                            .rule(bars -> new CrossedUpIndicatorRule(new ClosePriceIndicator(bars), 105));
                    return view -> above.satisfied(view) ? Decision.enter(OrderSide.BUY) : Decision.hold();
                })
                .run();

        assertThat(Comparison.lines(result.fills())).containsExactly("1970-01-01T00:06:00Z BUY 106.0");
    }

    @Test
    void isNotSatisfiedBeforeItsFirstCandle() {
        List<Boolean> answers = new ArrayList<>();

        backtest()
                .strategy(context -> {
                    context.warmUp(1);
                    Ta4jRule always = Ta4j.on(context, Timeframe.M5).rule(bars -> (index, record) -> true);
                    Ta4jRule once = Ta4j.on(context).rule(bars -> new JustOnceRule());
                    return view -> {
                        answers.add(always.satisfied(view) && !once.satisfied(view));
                        return Decision.hold();
                    };
                })
                .run();

        assertThat(answers.subList(0, 4)).containsOnly(false);
        assertThat(answers.subList(5, 12)).containsOnly(true);
    }

    @Test
    void cannotTrade() {
        List<Consumer<TradingRecord>> attempts = List.of(
                record -> record.enter(3),
                record -> record.exit(3),
                record -> record.operate(3),
                record -> record.getCurrentPosition().operate(3),
                record -> record.getCurrentPosition().operate(3, DoubleNum.ONE, DoubleNum.ONE),
                record -> record.getPositions().clear(),
                record -> record.getTrades().clear());

        for (Consumer<TradingRecord> attempt : attempts) {
            Rule rule = (index, record) -> {
                attempt.accept(record);
                return true;
            };
            assertThatThrownBy(() -> run(Map.of(), backtest -> {}, rule))
                    .hasMessageContaining("UnsupportedOperationException");
        }
    }

    private void run(Map<Integer, Decision> script, Consumer<BacktestBuilder> setup) {
        run(script, setup, (index, record) -> seen.add(index + " " + text(record)));
    }

    private BacktestResult run(Map<Integer, Decision> script, Consumer<BacktestBuilder> setup, Rule rule) {
        BacktestBuilder backtest = backtest();
        setup.accept(backtest);
        return backtest.strategy(context -> new Scripted(context, script, rule)).run();
    }

    private BacktestBuilder backtest() {
        return TradeTracker.create().backtest().candles(candles);
    }

    private static String text(@Nullable TradingRecord record) {
        if (record == null) {
            return "nothing";
        }
        Position open = record.getCurrentPosition();
        String now = open.isOpened() ? text(open.getEntry()) : "flat";
        Function<Position, String> both = position -> text(position.getEntry()) + ", " + text(position.getExit());
        String before =
                String.join(", ", record.getPositions().stream().map(both).toList());
        requireConsistent(record);
        return now + (before.isEmpty() ? "" : " after " + before);
    }

    private static void requireConsistent(TradingRecord record) {
        List<Trade> trades = record.getTrades();
        assertThat(record.isClosed()).isEqualTo(trades.size() % 2 == 0);
        assertThat(record.getLastTrade()).isEqualTo(trades.isEmpty() ? null : trades.getLast());
        assertThat(record.getLastTrade(TradeType.BUY)).isEqualTo(last(trades, TradeType.BUY));
        assertThat(record.getLastTrade(TradeType.SELL)).isEqualTo(last(trades, TradeType.SELL));
        int exits = trades.size() / 2;
        assertThat(record.getLastExit()).isEqualTo(exits == 0 ? null : trades.get(2 * exits - 1));
        assertThat(record.getLastEntry()).isEqualTo(trades.isEmpty() ? null : trades.get((trades.size() - 1) / 2 * 2));
    }

    private static @Nullable Trade last(List<Trade> trades, TradeType type) {
        return trades.stream()
                .filter(trade -> trade.getType() == type)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private static String text(Trade trade) {
        return trade.getType() + " " + trade.getAmount() + " at " + trade.getPricePerAsset() + " in "
                + trade.getIndex();
    }

    /** Decides what a script says at each candle, after asking a rule. */
    private static final class Scripted implements Strategy {
        private final Map<Integer, Decision> script;
        private final Ta4j ta4j;
        private final Ta4jRule rule;
        private int candle;

        Scripted(StrategyContext context, Map<Integer, Decision> script, Rule rule) {
            this.script = script;
            ta4j = Ta4j.on(context);
            this.rule = ta4j.rule(bars -> rule);
        }

        @Override
        public Decision onCandle(StrategyView view) {
            rule.satisfied(view);
            return script.getOrDefault(candle++, Decision.hold());
        }

        @Override
        public Decision onFill(FillView fill, StrategyView view) {
            ta4j.onFill(fill, view);
            return Decision.hold();
        }
    }
}
