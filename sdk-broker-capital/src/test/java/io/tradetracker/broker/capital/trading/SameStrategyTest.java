package io.tradetracker.broker.capital.trading;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.broker.ActivityKind;
import io.tradetracker.api.broker.Broker;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.Quote;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.order.Fill;
import io.tradetracker.api.order.FillReason;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.Strategy;
import io.tradetracker.api.strategy.StrategyContext;
import io.tradetracker.api.strategy.StrategyView;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.bot.Bot;
import io.tradetracker.core.bot.BotConfiguration;
import io.tradetracker.core.bot.BotId;
import io.tradetracker.core.bot.InMemoryBotJournal;
import io.tradetracker.core.engine.EngineSettings;
import io.tradetracker.core.gateway.GatewayTerms;
import io.tradetracker.core.gateway.OrderGateway;
import io.tradetracker.core.gateway.TradingAccount;
import io.tradetracker.core.simulation.Costs;
import io.tradetracker.testkit.ManualFeed;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One strategy on one course of quotes, on paper and at the simulated service: the same fills in the same order. */
final class SameStrategyTest {
    private static final int CANDLES = 60;
    private static final Duration STEP = Duration.ofSeconds(20);
    private static final BigDecimal TICK = new BigDecimal("0.50");
    private static final Duration ALL = Duration.ofHours(2);
    private static final BotId ID = BotId.of("same");

    private final List<AutoCloseable> open = new ArrayList<>();

    /** What a fill was. */
    private record Traded(OrderSide side, BigDecimal quantity, BigDecimal price, FillReason reason) {
        static Traded of(Fill fill) {
            return new Traded(
                    fill.side(),
                    fill.quantity().stripTrailingZeros(),
                    fill.price().stripTrailingZeros(),
                    fill.reason());
        }
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
        open.clear();
    }

    @Test
    void fillsTheSameOnPaperAndAtTheService() throws Exception {
        for (long seed = 1; seed <= 4; seed++) {
            List<Traded> paper = play(seed, false);
            close();
            List<Traded> real = play(seed, true);
            close();
            assertThat(real).as("seed %d", seed).isEqualTo(paper);
            assertThat(real).extracting(Traded::reason).contains(FillReason.ENTRY, FillReason.EXIT);
            assertThat(real).hasSizeGreaterThan(8);
        }
    }

    /** Every level of the grid of prices is quoted when it is passed, so stops fill at their prices everywhere. */
    private List<Traded> play(long seed, boolean atTheService) throws Exception {
        SimulatorStage stage = new SimulatorStage(false);
        open.add(stage);
        Instrument gold = stage.instrument();
        stage.pass(Duration.ofMillis(
                Timeframe.M1.millis() - Math.floorMod(stage.now().toEpochMilli(), Timeframe.M1.millis())));
        ManualFeed feed =
                new ManualFeed(CandleSeries.builder(gold, Timeframe.M1).build(), stage.now()).quotesOnly();
        InMemoryBotJournal journal = new InMemoryBotJournal();
        journal.create(new BotConfiguration(
                ID,
                1,
                "Same",
                "drawn",
                Map.of(),
                EngineSettings.of(gold, Timeframe.M1)
                        .withCosts(Costs.NONE.withSpread(TICK.doubleValue()))
                        .withSeed(seed)));
        Broker broker = stage.connect();
        var builder = TradeTracker.create()
                .bot(journal.bots().getFirst())
                .strategy(SameStrategyTest::drawn)
                .feed(feed, feed)
                .journal(journal);
        if (atTheService) {
            OrderGateway gateway = TradeTracker.create()
                    .gateway(
                            broker,
                            new TradingAccount("simulator", broker.account().id()))
                    .terms(GatewayTerms.DEFAULT.withReadEvery(Duration.ofMillis(20)))
                    .open();
            open.add(gateway);
            assertThat(gateway.awaitTrading(Duration.ofSeconds(30))).isTrue();
            builder.gateway(gateway);
        }
        Bot bot = builder.open();
        open.add(bot);
        bot.start();
        run(new Course(stage, feed, bot, journal, broker, atTheService), new Random(seed));
        return fills(journal);
    }

    private record Course(
            SimulatorStage stage,
            ManualFeed feed,
            Bot bot,
            InMemoryBotJournal journal,
            Broker broker,
            boolean atTheService) {
        void quote(BigDecimal bid) {
            stage.moveTo(bid);
            Instant now = stage.now();
            feed.quote(new Quote(
                    stage.instrument().id(),
                    now,
                    bid.doubleValue(),
                    bid.add(TICK).doubleValue()));
            settle();
        }

        void settle() {
            bot.settle();
            if (atTheService) {
                await("the bot to hear of its fills", () -> fills(journal).size() == executions());
                bot.settle();
            }
        }

        private long executions() {
            return broker
                    .activitySince(Instant.EPOCH.plus(stage.now().toEpochMilli() > 0 ? age() : Duration.ZERO))
                    .stream()
                    .filter(row -> row.kind().equals(ActivityKind.TRADE))
                    .count();
        }

        private Duration age() {
            return Duration.between(Instant.EPOCH, stage.now()).minus(Duration.ofHours(2));
        }
    }

    private static void run(Course course, Random random) {
        BigDecimal bid = new BigDecimal("3500.00");
        for (int candle = 0; candle < CANDLES; candle++) {
            course.quote(bid);
            for (int i = 1; i < 3; i++) {
                course.stage.pass(STEP);
                bid = bid.add(TICK.multiply(BigDecimal.valueOf(random.nextInt(3) - 1)));
                course.quote(bid);
            }
            course.stage.pass(STEP);
            course.feed.passTo(course.stage.now());
            course.settle();
        }
        // what was decided last fills on paper at the next price, which is the one that it filled at already there
        course.quote(bid);
    }

    private static List<Traded> fills(InMemoryBotJournal journal) {
        List<Traded> fills = new ArrayList<>();
        journal.read(ID, 1, entry -> entry.fills().stream().map(Traded::of).forEach(fills::add));
        return fills;
    }

    private static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waiting for " + what).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    /** Enters now and then with a stop and a profit that are quoted exactly, and leaves now and then. */
    private static Strategy drawn(StrategyContext context) {
        RandomGenerator random = context.random();
        return view -> {
            int draw = random.nextInt(10);
            int steps = 3 + random.nextInt(3);
            boolean buys = random.nextBoolean();
            if (!view.position().isFlat()) {
                return draw == 0 ? Decision.exit() : Decision.hold();
            }
            return draw < 6 ? enter(view, buys, steps) : Decision.hold();
        };
    }

    private static Decision enter(StrategyView view, boolean buys, int steps) {
        double tick = TICK.doubleValue();
        double leaves = view.candles().close(0) - (buys ? 1 : -1) * tick / 2;
        double away = (buys ? 1 : -1) * steps * tick;
        return Decision.enter(buys ? OrderSide.BUY : OrderSide.SELL)
                .stopLoss(leaves - away)
                .takeProfit(leaves + away);
    }
}
