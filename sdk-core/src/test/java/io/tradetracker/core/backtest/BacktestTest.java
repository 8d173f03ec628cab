package io.tradetracker.core.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.order.Fill;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.strategy.Answer;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.Question;
import io.tradetracker.api.strategy.Strategy;
import io.tradetracker.api.strategy.StrategyContext;
import io.tradetracker.api.strategy.StrategyView;
import io.tradetracker.core.CoreError;
import io.tradetracker.core.RunMetrics;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.engine.DecisionRecord;
import io.tradetracker.core.report.Statistic;
import io.tradetracker.indicators.IndicatorColumns;
import io.tradetracker.testkit.Markets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class BacktestTest {
    private final CandleSeries candles = Markets.seeded(5).randomWalk(3_000);
    private final List<String> heard = new ArrayList<>();

    @Test
    void tellsAListenerOfFillsDecisionsAndProgressInOrder() {
        BacktestResult result = backtest()
                .strategy(BacktestTest::changesEachHundredCandles)
                .listener(new BacktestListener() {
                    @Override
                    public void onFill(Fill fill) {
                        heard.add("fill " + fill.time());
                    }

                    @Override
                    public void onDecision(DecisionRecord decision) {
                        heard.add("decision " + decision.time());
                    }
                })
                .progress((done, total) -> heard.add("progress " + done + "/" + total))
                .run();

        assertThat(heard.getFirst()).isEqualTo("progress 0/3000");
        assertThat(heard.getLast()).isEqualTo("progress 3000/3000");
        assertThat(heard)
                .filteredOn(line -> line.startsWith("fill"))
                .containsExactlyElementsOf(result.fills().stream()
                        .map(fill -> "fill " + fill.time())
                        .toList());
        assertThat(heard)
                .filteredOn(line -> line.startsWith("decision"))
                .containsExactlyElementsOf(result.decisions().stream()
                        .map(each -> "decision " + each.time())
                        .toList());
    }

    @Test
    void givesTheSameWithAndWithoutAListener() {
        BacktestBuilder builder = backtest().strategy(BacktestTest::changesEachHundredCandles);

        BacktestResult silent = builder.run();
        BacktestResult watched = builder.listener(new BacktestListener() {}).run();

        assertThat(watched.fills()).isEqualTo(silent.fills()).isNotEmpty();
        assertThat(watched.report()).isEqualTo(silent.report());
    }

    @Test
    void endsSoonAfterItIsCancelled() {
        Backtest[] running = new Backtest[1];
        running[0] = backtest()
                .strategy(context -> view -> Decision.hold())
                .progress((done, total) -> {
                    heard.add(done + "");
                    running[0].cancel();
                })
                .build();

        assertThatExceptionOfType(TradeTrackerException.class)
                .isThrownBy(running[0]::run)
                .satisfies(cancelled -> assertThat(cancelled.code()).isEqualTo(CoreError.CANCELLED));
        assertThat(heard).containsExactly("0");
    }

    @Test
    void tellsMetricsHowManyCandlesItTook() {
        TradeTracker.builder()
                .metrics(new RunMetrics() {
                    @Override
                    public void backtestDone(int count, Duration took) {
                        heard.add(count + " candles, " + !took.isNegative());
                    }
                })
                .build()
                .backtest()
                .candles(candles)
                .strategy(context -> view -> Decision.hold())
                .run();

        assertThat(heard).containsExactly("3000 candles, true");
    }

    @Test
    void bringsAnswersAfterTheDelayAndNeverEarlier() {
        Duration delay = Duration.ofSeconds(90);
        List<Instant> asked = new ArrayList<>();
        List<Instant> answered = new ArrayList<>();

        backtest()
                .answers((question, at) -> Answer.of(question.id(), at, Map.of()), delay)
                .strategy(context -> new Strategy() {
                    @Override
                    public Decision onCandle(StrategyView view) {
                        if (view.candles().size() % 100 != 0 || asked.size() > 4) {
                            return Decision.hold();
                        }
                        asked.add(view.time());
                        return Decision.ask(Question.of("q", "oracle", Map.of()));
                    }

                    @Override
                    public Decision onAnswer(Answer answer, StrategyView view) {
                        answered.add(view.time());
                        assertThat(view.time()).isEqualTo(answer.time());
                        return Decision.hold();
                    }
                })
                .run();

        assertThat(answered)
                .containsExactlyElementsOf(
                        asked.stream().map(at -> at.plus(delay)).toList());
    }

    @Test
    void startsNoThread() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();

        backtest().strategy(BacktestTest::changesEachHundredCandles).run();

        assertThat(Thread.getAllStackTraces().keySet()).isSubsetOf(before);
    }

    @Test
    void runsAnewEachTime() {
        Backtest backtest =
                backtest().strategy(BacktestTest::changesEachHundredCandles).build();

        assertThat(backtest.run().report()).isEqualTo(backtest.run().report());
    }

    @Test
    void saysWhatIsMissing() {
        assertThatExceptionOfType(TradeTrackerException.class)
                .isThrownBy(() -> TradeTracker.create().backtest().run())
                .withMessageContaining("call candles(series)");
        assertThatExceptionOfType(TradeTrackerException.class)
                .isThrownBy(() -> backtest().run())
                .withMessageContaining("call strategy(factory)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> backtest()
                        .strategy(context -> view -> Decision.hold())
                        .cash(Double.NaN)
                        .run())
                .withMessageContaining("cash NaN");
        assertThatExceptionOfType(TradeTrackerException.class)
                .isThrownBy(() -> TradeTracker.create()
                        .backtest()
                        .candles(Markets.seeded(1).flat(0))
                        .strategy(context -> view -> Decision.hold())
                        .run())
                .withMessageContaining("no candle");
    }

    private BacktestBuilder backtest() {
        return TradeTracker.create().backtest().candles(candles);
    }

    private static Strategy changesEachHundredCandles(StrategyContext context) {
        int[] count = {0};
        return view -> {
            count[0]++;
            if (count[0] % 100 != 0) {
                return Decision.hold();
            }
            return Decision.reverse(count[0] % 200 == 0 ? OrderSide.BUY : OrderSide.SELL);
        };
    }

    @Test
    void reportsOnlyTheFiguresThatAreWanted() {
        var run = TradeTracker.create()
                .backtest()
                .candles(Markets.seeded(5).randomWalk(500))
                .strategy(
                        context -> view -> view.position().isFlat() ? Decision.enter(OrderSide.BUY) : Decision.exit());
        BacktestResult all = run.run();
        BacktestResult some = run.figures(List.of(Statistic.SQN, Statistic.MAX_DRAWDOWN, Statistic.CANDLE_ALPHA))
                .run();

        assertThat(some.report().values())
                .containsOnlyKeys(Statistic.MAX_DRAWDOWN, Statistic.SQN, Statistic.CANDLE_ALPHA);
        assertThat(all.report().values()).containsAllEntriesOf(some.report().values());
        assertThat(some.roundTrips()).isEqualTo(all.roundTrips()).isNotEmpty();
        assertThat(some.report().get(Statistic.SHARPE)).isNaN();
        assertThat(some.report().toString()).doesNotContain("0 candles");
        assertThatIllegalStateException()
                .isThrownBy(() -> some.report().fills())
                .withMessageContaining("figures(...)");
    }

    @Test
    void refusesColumnsOfAnotherSeries() {
        IndicatorColumns columns = new IndicatorColumns(Markets.seeded(5).randomWalk(50), 1_000_000);

        assertThatExceptionOfType(TradeTrackerException.class)
                .isThrownBy(() -> TradeTracker.create()
                        .backtest()
                        .candles(Markets.seeded(6).randomWalk(50))
                        .columns(columns)
                        .strategy(context -> view -> Decision.hold())
                        .run())
                .withMessageContaining("WALK-5")
                .withMessageContaining("WALK-6");
    }
}
