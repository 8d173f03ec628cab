package io.tradetracker.core.engine;

import static io.tradetracker.api.indicator.PriceField.CLOSE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.account.CurrencyCode;
import io.tradetracker.api.indicator.Indicator;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.PositionSize;
import io.tradetracker.api.strategy.Strategy;
import io.tradetracker.api.strategy.StrategyContext;
import io.tradetracker.api.strategy.StrategyView;
import io.tradetracker.core.risk.HaltMode;
import io.tradetracker.core.risk.OrderRules;
import io.tradetracker.core.simulation.AccountSettings;
import io.tradetracker.core.simulation.CandlePath;
import io.tradetracker.core.simulation.Commission;
import io.tradetracker.core.simulation.Costs;
import io.tradetracker.core.simulation.CurrencyRates;
import io.tradetracker.core.simulation.FillAt;
import io.tradetracker.core.simulation.Financing;
import io.tradetracker.core.simulation.Margin;
import io.tradetracker.core.simulation.SimulatedBroker;
import io.tradetracker.core.simulation.SimulationRules;
import io.tradetracker.core.simulation.Slippage;
import io.tradetracker.core.simulation.Spread;
import io.tradetracker.testkit.Markets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The engine hurries through candles in which nothing can fill. Whatever is traded, that must not be seen: three ways
 * of giving it the same candles, of which the first never hurries, end in the same.
 */
final class QuietCandlesTest {
    private static final int CANDLES = 3_000;

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void hurryingThroughQuietCandlesChangesNothing(int seed) {
        CandleSeries candles =
                Markets.seeded(seed).withTicksPerUnit(64).all(CANDLES).toList().get(seed % 3);
        EngineSettings settings = settings(seed, candles);

        Run everyStep = run(settings, candles, seed, QuietCandlesTest::stepByStep);

        assertThat(run(settings, candles, seed, QuietCandlesTest::candleByCandle))
                .isEqualTo(everyStep);
        assertThat(run(settings, candles, seed, QuietCandlesTest::inStretches)).isEqualTo(everyStep);
        assertThat(everyStep.fills).as("fills of seed %d", seed).isNotEmpty();
    }

    @Test
    void chargesNoDayFromBeforeAPositionThatOpenedAtTheCloseOfAQuietCandle() {
        CandleSeries candles = Markets.seeded(1).withTimeframe(Timeframe.H1).flat(130);
        EngineSettings settings = EngineSettings.of(candles.instrument(), candles.timeframe())
                .withCosts(Costs.NONE.withFinancing(Financing.parse("8%/-3%@22:00")))
                .withRules(SimulationRules.DEFAULT.withFillAt(FillAt.CLOSE));
        Engine engine = new Engine(
                settings,
                context -> view ->
                        view.time().equals(candles.time(101)) ? Decision.enter(OrderSide.BUY) : Decision.hold());
        engine.useSeries(candles);
        double[] equity = new double[candles.size()];

        int next = engine.onQuietCandles(candles, 0, candles.size(), equity);
        while (next < 118) {
            engine.onCandle(candles, next++);
        }
        assertThat(engine.broker().position().quantity()).isEqualTo(1);
        assertThat(engine.broker().financing()).isZero();

        engine.onCandle(candles, 118);
        assertThat(candles.time(118)).isEqualTo("2024-01-05T22:00:00Z");
        assertThat(engine.broker().financing()).isPositive();
    }

    @Test
    void takesNoCandleWhereThereIsNone() {
        CandleSeries candles = Markets.seeded(1).randomWalk(20);
        Engine engine = new Engine(
                EngineSettings.of(candles.instrument(), candles.timeframe()), context -> view -> Decision.hold());
        engine.useSeries(candles);
        double[] equity = new double[20];
        engine.onCandle(candles, 0);

        assertThat(engine.onQuietCandles(candles, 1, 1, equity)).isEqualTo(1);
        assertThat(engine.onQuietCandles(candles, 1, 20, equity)).isEqualTo(20);
    }

    private static void stepByStep(Engine engine, CandleSeries c, double[] equity) {
        for (int i = 0; i < c.size(); i++) {
            engine.onCandleOpen(c.timeMillis(i), c.open(i));
            engine.onCandle(c.timeMillis(i), c.open(i), c.high(i), c.low(i), c.close(i), c.volume(i));
            equity[i] = engine.broker().equity();
            tellOfNothingLeft(engine, c, i, equity);
        }
    }

    private static void candleByCandle(Engine engine, CandleSeries c, double[] equity) {
        for (int i = 0; i < c.size(); i++) {
            engine.onCandle(c.timeMillis(i), c.open(i), c.high(i), c.low(i), c.close(i), c.volume(i));
            equity[i] = engine.broker().equity();
            tellOfNothingLeft(engine, c, i, equity);
        }
    }

    private static void inStretches(Engine engine, CandleSeries c, double[] equity) {
        engine.useSeries(c);
        int next = 0;
        while (next < c.size()) {
            int from = next;
            next = engine.onQuietCandles(c, from, Math.min(c.size(), from + 700), equity);
            if (next == from) {
                engine.onCandle(c, next);
                equity[next] = engine.broker().equity();
                next++;
            }
            tellOfNothingLeft(engine, c, next - 1, equity);
        }
    }

    private static void tellOfNothingLeft(Engine engine, CandleSeries c, int i, double[] equity) {
        if (equity[i] <= 0) {
            engine.broker().onNothingLeft(c.timeMillis(i) + c.timeframe().millis());
        }
    }

    private static Run run(EngineSettings settings, CandleSeries candles, long seed, Way way) {
        List<String> seen = new ArrayList<>();
        Engine engine = new Engine(settings, context -> new RandomTrader(context, seed, seen));
        double[] equity = new double[candles.size()];
        way.go(engine, candles, equity);
        engine.closeAll();
        SimulatedBroker broker = engine.broker();
        return new Run(
                broker.fills().toFills().toString(),
                broker.rejections().toString(),
                broker.notices().toString(),
                engine.decisions().toList().toString(),
                seen,
                IntStream.range(0, equity.length).mapToObj(i -> equity[i]).toList(),
                broker.cash() + " " + broker.spreadCost() + " " + broker.slippageCost() + " " + broker.financing());
    }

    private static EngineSettings settings(int seed, CandleSeries candles) {
        Random random = new Random(seed);
        Costs costs = Costs.NONE;
        costs = random.nextBoolean() ? costs.withSpread(Spread.percent(0.02)) : costs;
        costs = random.nextInt(3) == 0 ? costs.withSpread(Spread.parse("0.1/0.2/0.3" + "/0.05".repeat(21))) : costs;
        costs = random.nextBoolean() ? costs.withCommission(Commission.parse("0.01%+0.1")) : costs;
        costs = random.nextBoolean() ? costs.withSlippage(Slippage.percent(0.01)) : costs;
        costs = random.nextInt(3) == 0 ? costs.withFinancing(Financing.parse("8%/-3%@22:00")) : costs;
        SimulationRules rules = SimulationRules.DEFAULT
                .withFillAt(random.nextInt(3) == 0 ? FillAt.CLOSE : FillAt.NEXT_OPEN)
                .withPath(CandlePath.values()[random.nextInt(CandlePath.values().length)])
                .withMaxEntries(1 + random.nextInt(3));
        rules = random.nextInt(3) == 0 ? rules.withMargin(Margin.leverage(5)) : rules;
        EngineSettings made = EngineSettings.of(candles.instrument(), candles.timeframe());
        AccountSettings account =
                made.account().withCosts(costs).withRules(rules).withDefaultSize(PositionSize.units(3));
        account = random.nextInt(4) == 0 ? account.withCash(400) : account;
        account = random.nextInt(3) == 0 ? account.withOrderRules(orderRules(random)) : account;
        if (random.nextInt(3) == 0) {
            CurrencyRates moving = (currency, time) -> 1 + Math.floorMod(time / 60_000, 97L) / 1_000.0;
            account = account.withCurrency(CurrencyCode.of("CHF"), moving);
        }
        return made.withAccount(account);
    }

    private static OrderRules orderRules(Random random) {
        OrderRules rules =
                OrderRules.NONE.withMaxOrdersPerHour(1 + random.nextInt(4)).withMaxPosition(4 + random.nextInt(4));
        return random.nextBoolean() ? rules.withMaxDrawdown(5, HaltMode.CLOSE) : rules;
    }

    /** Whatever a run shows. */
    private record Run(
            String fills,
            String rejections,
            String notices,
            String decisions,
            List<String> seen,
            List<Double> equity,
            String money) {}

    private interface Way {
        void go(Engine engine, CandleSeries candles, double[] equity);
    }

    /** Trades now and then, in every way, and notes what it sees. */
    private static final class RandomTrader implements Strategy {
        private final Random random;
        private final List<String> seen;
        private final Indicator mean;
        private final Indicator longer;
        private final int pause;

        RandomTrader(StrategyContext context, long seed, List<String> seen) {
            random = new Random(seed);
            this.seen = seen;
            mean = context.indicators().sma(CLOSE, 5);
            pause = 2 + random.nextInt(60);
            longer = random.nextInt(3) == 0 ? context.indicators(Timeframe.H1).sma(CLOSE, 3) : mean;
        }

        @Override
        public Decision onCandle(StrategyView view) {
            if (random.nextInt(7) == 0) {
                seen.add(view.time() + " " + view.equity() + " " + view.cash() + " "
                        + view.position().profit() + " " + view.orders().size() + " " + view.hasNewCandle() + " "
                        + mean.value() + " " + longer.value() + " "
                        + view.candles().close());
            }
            if (random.nextInt(pause) != 0) {
                return Decision.hold();
            }
            OrderSide side = random.nextBoolean() ? OrderSide.BUY : OrderSide.SELL;
            double price = view.candles().close();
            double off = side.sign() * price * 0.004;
            return switch (random.nextInt(8)) {
                case 0, 1 -> Decision.enter(side);
                case 2 -> Decision.enter(side).stopLoss(price - off).takeProfit(price + 2 * off);
                case 3 -> Decision.enter(side).atLimit(price - off / 2);
                case 4 -> Decision.reverse(side);
                case 5 -> Decision.enter(side).trailing(Math.abs(off));
                default -> Decision.exit();
            };
        }
    }
}
