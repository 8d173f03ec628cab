package io.tradetracker.core.sweep;

import static io.tradetracker.api.indicator.PriceField.CLOSE;
import static io.tradetracker.api.order.OrderSide.BUY;
import static io.tradetracker.api.order.OrderSide.SELL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.StrategyFactory;
import io.tradetracker.core.CoreError;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.backtest.BacktestBuilder;
import io.tradetracker.core.report.PerformanceReport;
import io.tradetracker.core.report.Statistic;
import io.tradetracker.core.simulation.Commission;
import io.tradetracker.core.simulation.Costs;
import io.tradetracker.testkit.Markets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SweepTest {
    private static final CandleSeries CANDLES = Markets.seeded(3).randomWalk(3_000);
    private static final ParameterGrid GRID = ParameterGrid.of("fast=2..10:2", "slow=5..40:5", "stop=0.5,2");

    /** Reads an average, an own calculation and an hour of candles. */
    private static StrategyFactory strategy(Map<String, String> values) {
        int fastPeriod = Integer.parseInt(values.get("fast"));
        int slowPeriod = Integer.parseInt(values.get("slow"));
        double factor = Double.parseDouble(values.get("stop"));
        if (fastPeriod >= slowPeriod) {
            throw new IllegalArgumentException("fast " + fastPeriod + " must be below slow " + slowPeriod);
        }
        return context -> {
            var fast = context.indicators().sma(CLOSE, fastPeriod);
            var slow = context.indicators().ema(CLOSE, slowPeriod);
            var range = context.indicators().atr(14);
            var own = context.indicators().custom("body", candles -> candles.close() - candles.open(), List.of());
            return view -> {
                double distance = factor * range.value();
                if (fast.crossedAbove(slow) && own.value(3) > -1e9) {
                    return Decision.reverse(BUY).stopLoss(view.candles().close() - distance);
                }
                return fast.crossedBelow(slow)
                        ? Decision.reverse(SELL).stopLoss(view.candles().close() + distance)
                        : Decision.hold();
            };
        };
    }

    private static SweepBuilder sweep() {
        return TradeTracker.create()
                .sweep()
                .candles(CANDLES)
                .grid(GRID)
                .strategy(SweepTest::strategy)
                .configure(SweepTest::costs);
    }

    private static BacktestBuilder costs(BacktestBuilder backtest) {
        return backtest.costs(Costs.NONE.withCommission(Commission.percent(0.01)));
    }

    private static PerformanceReport alone(CandleSeries candles, Map<String, String> values) {
        return costs(TradeTracker.create().backtest().candles(candles))
                .strategy(strategy(values))
                .run()
                .report();
    }

    @Test
    void makesOfEachCombinationWhatABacktestMakes() {
        SweepResult result = sweep().holdout(30).run();

        CandleSeries learning = CANDLES.slice(0, 2_100);
        CandleSeries testing = CANDLES.slice(2_100, 3_000);
        assertThat(result.rows()).hasSize(80);
        assertThat(result.heldOutFrom()).isEqualTo(CANDLES.time(2_100));
        for (SweepRow row : result.rows()) {
            if (row.fault().isEmpty()) {
                assertSame(row, alone(learning, row.parameters()), alone(testing, row.parameters()));
            }
        }
    }

    private static void assertSame(SweepRow row, PerformanceReport learned, PerformanceReport tested) {
        for (Statistic statistic : SweepRow.FIGURES) {
            assertThat(row.get(statistic))
                    .as("%s of %s", statistic, row.parameters())
                    .isEqualTo((Double) learned.get(statistic));
            assertThat(row.heldOut(statistic))
                    .as("%s of %s, held out", statistic, row.parameters())
                    .isEqualTo((Double) tested.get(statistic));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void isTheSameForAnyNumberOfThreads(int threads) {
        SweepResult one = sweep().threads(1).run();
        SweepResult many = sweep().threads(threads).run();

        assertThat(many.top(100)).extracting(SweepRow::number).isEqualTo(numbers(one));
        assertThat(many.top(100))
                .extracting(row -> row.get(Statistic.FINAL_EQUITY))
                .isEqualTo(one.top(100).stream()
                        .map(row -> row.get(Statistic.FINAL_EQUITY))
                        .toList());
    }

    private static List<Integer> numbers(SweepResult result) {
        return result.top(100).stream().map(SweepRow::number).toList();
    }

    @Test
    void goesOnWhenACombinationCannotRun() {
        SweepResult result = sweep().run();

        assertThat(result.faults()).extracting(SweepRow::fault).contains("fast 6 must be below slow 5");
        assertThat(result.faults()).allMatch(row -> Double.isNaN(row.get(Statistic.SHARPE)));
        assertThat(result.top(1_000)).hasSize(80 - result.faults().size());
    }

    @Test
    void ranksTheSmallestFallFirst() {
        List<SweepRow> top = sweep().rankBy(Statistic.MAX_DRAWDOWN).run().top(3);

        assertThat(top)
                .isSortedAccordingTo(
                        (a, b) -> Double.compare(a.get(Statistic.MAX_DRAWDOWN), b.get(Statistic.MAX_DRAWDOWN)));
    }

    @Test
    void showsTheBestOfTheOtherParametersOnASurface() {
        SweepResult result = sweep().run();

        SweepSurface surface = result.surface("fast", "slow", Statistic.RETURN);

        assertThat(surface.x().values()).containsExactly("2", "4", "6", "8", "10");
        double best = result.rows().stream()
                .filter(row -> row.parameters().get("fast").equals("4")
                        && row.parameters().get("slow").equals("15"))
                .mapToDouble(row -> row.get(Statistic.RETURN))
                .max()
                .orElseThrow();
        assertThat(surface.values().get(2).get(1)).isEqualTo(best);
        assertThat(surface.values().get(0).get(4)).isNaN();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> result.surface("fast", "slo", Statistic.RETURN))
                .withMessageContaining("fast, slow, stop");
    }

    @Test
    void canBeCancelled() {
        AtomicInteger runs = new AtomicInteger();
        Sweep[] sweep = new Sweep[1];
        sweep[0] = sweep().strategy(values -> {
                    if (runs.incrementAndGet() == 5) {
                        sweep[0].cancel();
                    }
                    return strategy(values);
                })
                .threads(2)
                .build();

        assertThatExceptionOfType(TradeTrackerException.class)
                .isThrownBy(() -> sweep[0].run())
                .satisfies(thrown -> assertThat(thrown.code()).isEqualTo(CoreError.CANCELLED));
        assertThat(runs.get()).isLessThan(10);
    }

    @Test
    void saysHowFarItIs() {
        List<Integer> heard = new ArrayList<>();
        sweep().progress((done, total, left) -> {
                    assertThat(total).isEqualTo(80);
                    assertThat(left).isGreaterThanOrEqualTo(Duration.ZERO);
                    heard.add(done);
                })
                .run();

        assertThat(heard).isSorted().first().isEqualTo(0);
        assertThat(heard).last().isEqualTo(80);
    }

    @Test
    void leavesNoThreadBehind() throws InterruptedException {
        Set<Thread> workers = ConcurrentHashMap.newKeySet();
        sweep().strategy(values -> {
                    workers.add(Thread.currentThread());
                    return strategy(values);
                })
                .threads(4)
                .run();

        assertThat(workers).isNotEmpty().doesNotContain(Thread.currentThread());
        for (Thread worker : workers) {
            worker.join(10_000);
            assertThat(worker.isAlive()).isFalse();
        }
    }

    @Test
    void saysWhatIsMissing() {
        assertThatExceptionOfType(TradeTrackerException.class)
                .isThrownBy(() -> TradeTracker.create().sweep().build())
                .withMessageContaining("candles(series)");
        assertThatIllegalArgumentException().isThrownBy(() -> sweep().holdout(95));
        assertThatIllegalArgumentException().isThrownBy(() -> sweep().threads(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sweep().rankBy(Statistic.KELLY))
                .withMessageContaining("sharpe");
    }
}
