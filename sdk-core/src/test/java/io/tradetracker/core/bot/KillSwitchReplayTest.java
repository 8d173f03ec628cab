package io.tradetracker.core.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.market.Candle;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.order.Fill;
import io.tradetracker.api.order.FillReason;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.Rejection;
import io.tradetracker.api.strategy.Strategy;
import io.tradetracker.api.strategy.StrategyContext;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.backtest.BacktestResult;
import io.tradetracker.core.engine.EngineSettings;
import io.tradetracker.core.risk.HaltMode;
import io.tradetracker.core.risk.KillSwitch;
import io.tradetracker.core.risk.OrderRules;
import io.tradetracker.core.risk.RefusedCheck;
import io.tradetracker.core.risk.RuleName;
import io.tradetracker.core.simulation.SimulationRules;
import io.tradetracker.testkit.Markets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random orders with order rules, run as a bot runs them, with kills, resumes and absences at random moments. */
final class KillSwitchReplayTest {
    private static final int CANDLES = 800;
    private static final OrderRules RULES = OrderRules.NONE
            .withMaxPosition(8)
            .withMaxExposure(12)
            .withMaxOrdersPerHour(8)
            .withMaxDailyLoss(0.4, HaltMode.BLOCK)
            .withMaxDrawdown(1, HaltMode.CLOSE);

    private final JournalJson json = new JournalJson();

    private static BotConfiguration configuration(CandleSeries candles, long seed) {
        EngineSettings settings = EngineSettings.of(candles.instrument(), candles.timeframe())
                .withRules(SimulationRules.DEFAULT.withMaxEntries(5))
                .withOrderRules(RULES)
                .withSeed(seed);
        return new BotConfiguration(BotId.of("b"), 1, "b", "any", Map.of(), settings);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void makesTheSameOnPaperAsInABacktest(long seed) {
        CandleSeries candles = Markets.seeded(seed).randomWalk(CANDLES);
        BotConfiguration configuration = configuration(candles, seed);
        BotRun run = BotRun.simulated(configuration, KillSwitchReplayTest::anyOrders, 0);
        List<JournalEntry> entries = new ArrayList<>();
        for (int i = 0; i < candles.size(); i++) {
            entries.add(run.handle(new BotInput.CandleOpened(candles.time(i), candles.open(i))));
            entries.add(run.handle(new BotInput.CandleClosed(candles.candle(i))));
        }
        BacktestResult backtest = TradeTracker.create()
                .backtest()
                .candles(candles)
                .seed(seed)
                .rules(rules -> rules.withMaxEntries(5))
                .orderRules(RULES)
                .strategy(KillSwitchReplayTest::anyOrders)
                .run();

        List<RefusedCheck> checks =
                entries.stream().flatMap(entry -> entry.checks().stream()).toList();
        List<Rejection> rejections =
                entries.stream().flatMap(entry -> entry.rejections().stream()).toList();
        assertThat(checks).as("seed %d", seed).isNotEmpty().isEqualTo(backtest.refusedChecks());
        assertThat(rejections).as("seed %d", seed).isEqualTo(backtest.rejections());
        assertThat(fills(entries))
                .as("seed %d", seed)
                .isEqualTo(backtest.fills().stream()
                        .map(KillSwitchReplayTest::line)
                        .toList());
        assertThat(entries.getLast().equity()).isEqualTo(backtest.report().finalEquity());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void decidesTheSameWhenItIsReplayedFromItsWrittenRecord(long seed) {
        CandleSeries candles = Markets.seeded(seed).randomWalk(CANDLES);
        BotConfiguration configuration = configuration(candles, seed);
        List<String> written = new ArrayList<>();
        BotRun run = BotRun.simulated(configuration, KillSwitchReplayTest::anyOrders, 0);
        for (BotInput input : inputs(candles, new SplittableRandom(seed))) {
            written.add(json.write(run.handle(input)));
        }

        BotRun again = BotRun.simulated(configuration, KillSwitchReplayTest::anyOrders, 0);
        for (String line : written) {
            JournalEntry recorded = json.read(line);
            assertThat(again.handle(recorded.input())).as("seed %d", seed).isEqualTo(recorded);
        }

        assertThat(again.killSwitch()).isEqualTo(run.killSwitch());
        assertThat(again.snapshot(BotState.RUNNING, "")).isEqualTo(run.snapshot(BotState.RUNNING, ""));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void opensNothingWhileItIsKilled(long seed) {
        CandleSeries candles = Markets.seeded(seed).randomWalk(CANDLES);
        BotRun run = BotRun.simulated(configuration(candles, seed), KillSwitchReplayTest::anyOrders, 0);
        boolean killed = false;
        int opened = 0;
        int refused = 0;
        for (BotInput input : inputs(candles, new SplittableRandom(seed))) {
            killed = input instanceof BotInput.Killed || (killed && !(input instanceof BotInput.Resumed));
            double before = run.snapshot(BotState.RUNNING, "").quantity();
            JournalEntry entry = run.handle(input);
            double after = run.snapshot(BotState.RUNNING, "").quantity();

            assertThat(run.killSwitch() != null).isEqualTo(killed);
            if (killed) {
                assertThat(Math.abs(after)).as("seed %d, %s", seed, input).isLessThanOrEqualTo(Math.abs(before));
                assertThat(after * before).as("seed %d, %s", seed, input).isGreaterThanOrEqualTo(0);
                refused += entry.checks().size();
            } else {
                opened += (int) entry.fills().stream()
                        .filter(fill -> fill.reason().equals(FillReason.ENTRY))
                        .count();
            }
        }
        assertThat(opened).as("seed %d", seed).isPositive();
        assertThat(refused).as("seed %d", seed).isPositive();
    }

    @Test
    void countsTheLossesOfCandlesThatItMissed() {
        CandleSeries any = Markets.seeded(1).randomWalk(1);
        EngineSettings settings = EngineSettings.of(any.instrument(), any.timeframe())
                .withOrderRules(OrderRules.NONE.withMaxDrawdown(5, HaltMode.BLOCK));
        BotRun run = BotRun.simulated(
                new BotConfiguration(BotId.of("b"), 1, "b", "any", Map.of(), settings),
                context -> view -> {
                    boolean bought = view.position().quantity() != 0;
                    boolean fell = view.candles().size() > 2;
                    return !bought
                            ? Decision.enter(OrderSide.BUY).quantity(50)
                            : fell ? Decision.exit() : Decision.hold();
                },
                0);
        double[] closes = {100, 100, 80, 100, 100, 100};
        for (int i = 0; i < closes.length; i++) {
            Candle candle = new Candle(Instant.EPOCH.plusSeconds(60L * i), 100, 100, 80, closes[i], 1);
            JournalEntry entry =
                    run.handle(i == 2 ? new BotInput.CandleMissed(candle) : new BotInput.CandleClosed(candle));

            assertThat(entry.checks())
                    .extracting(check -> check.refusal().rule())
                    .as("candle %d", i)
                    .isEqualTo(i < 4 ? List.of() : List.of(RuleName.DRAWDOWN));
        }
    }

    private static List<BotInput> inputs(CandleSeries candles, SplittableRandom random) {
        List<BotInput> inputs = new ArrayList<>();
        for (int i = 0; i < candles.size(); i++) {
            Candle candle = candles.candle(i);
            if (random.nextInt(25) == 0) {
                inputs.add(new BotInput.CandleMissed(candle));
                continue;
            }
            mayFlip(inputs, candle.time(), random);
            inputs.add(new BotInput.CandleOpened(candle.time(), candle.open()));
            mayFlip(inputs, candle.time().plusSeconds(1), random);
            inputs.add(new BotInput.CandleClosed(candle));
            if (random.nextInt(100) == 0) {
                inputs.add(new BotInput.Halted(candle.time().plusSeconds(2)));
            }
        }
        return inputs;
    }

    private static void mayFlip(List<BotInput> inputs, Instant time, SplittableRandom random) {
        switch (random.nextInt(40)) {
            case 0 ->
                inputs.add(new BotInput.Killed(
                        new KillSwitch(time, "Ann: test", random.nextBoolean() ? HaltMode.BLOCK : HaltMode.CLOSE)));
            case 1, 2 -> inputs.add(new BotInput.Resumed(time, "Bob: go on"));
            default -> {
                // most candles pass in peace
            }
        }
    }

    private static List<String> fills(List<JournalEntry> entries) {
        return entries.stream()
                .flatMap(entry -> entry.fills().stream())
                .map(KillSwitchReplayTest::line)
                .toList();
    }

    private static String line(Fill fill) {
        return fill.time() + " " + fill.side() + " " + fill.quantity() + "@" + fill.price() + " " + fill.reason();
    }

    private static Strategy anyOrders(StrategyContext context) {
        Random random = (Random) context.random();
        return view -> {
            double close = view.candles().close();
            OrderSide side = random.nextBoolean() ? OrderSide.BUY : OrderSide.SELL;
            Decision entry = Decision.enter(side).quantity(1 + random.nextInt(5));
            return switch (random.nextInt(14)) {
                case 0 -> entry.stopLoss(close - side.sign() * 0.5);
                case 1 -> entry.atLimit(close - side.sign() * 0.2);
                case 2 -> Decision.reverse(side).quantity(2);
                case 3 -> Decision.order(side).quantity(3).atLimit(close - side.sign() * 0.3);
                case 4 -> Decision.exit().percent(50);
                case 5 -> Decision.exit().and(Decision.cancelAll());
                case 6 -> Decision.order(side).quantity(4);
                default -> Decision.hold();
            };
        };
    }
}
