package io.tradetracker.strategytestkit;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.strategy.StrategyFactory;
import io.tradetracker.core.engine.Engine;
import io.tradetracker.core.engine.EngineSettings;
import io.tradetracker.testkit.Markets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The checks every strategy should pass, as dynamic tests:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> keepsItsPromises() {
 *     return StrategyChecks.all(context -> new MyStrategy(context));
 * }
 * }</pre>
 *
 * Each runs on several markets made from a seed; a failure names the seed.
 */
public final class StrategyChecks {
    private static final long SEED = 20_261_124;
    private static final int CANDLES = 1_500;
    private static final int CUTS = 24;
    private static final int RESTARTS = 5;

    private StrategyChecks() {}

    /** {@return all checks of a strategy on the kit's own markets} */
    public static Stream<DynamicTest> all(StrategyFactory strategy) {
        return Markets.seeded(SEED).all(CANDLES).flatMap(market -> on(market, strategy));
    }

    /** {@return all checks of a strategy on one market} */
    public static Stream<DynamicTest> on(CandleSeries market, StrategyFactory strategy) {
        String suffix = " on " + market.instrument().id();
        return Stream.of(
                DynamicTest.dynamicTest(
                        "does not look ahead" + suffix,
                        () -> NoLookAhead.check(Runner.backtest(strategy), market, CUTS, SEED)),
                DynamicTest.dynamicTest("decides the same each time" + suffix, () -> decidesTheSame(market, strategy)),
                DynamicTest.dynamicTest("shares no state" + suffix, () -> sharesNoState(market, strategy)),
                DynamicTest.dynamicTest(
                        "fills the same in paper trading" + suffix, () -> fillsTheSame(market, strategy, List.of())),
                DynamicTest.dynamicTest(
                        "goes on after restarts" + suffix,
                        () -> fillsTheSame(market, strategy, restarts(market.size()))));
    }

    private static void decidesTheSame(CandleSeries market, StrategyFactory strategy) {
        Runner runner = Runner.backtest(strategy);
        Outcomes.requireEqual(runner.run(market), runner.run(market), "the second run differs: ");
    }

    /** Two runs of which one is ahead of the other, candle by candle, must be as one run alone. */
    private static void sharesNoState(CandleSeries market, StrategyFactory strategy) {
        EngineSettings settings = EngineSettings.of(market.instrument(), market.timeframe());
        Engine first = new Engine(settings, strategy);
        Engine second = new Engine(settings, strategy);
        int lead = Math.min(7, market.size());
        for (int i = 0; i < market.size() + lead; i++) {
            feed(first, market, i);
            feed(second, market, i - lead);
        }
        Outcome alone = Runner.backtest(strategy).run(market);
        Outcomes.requireEqual(alone, outcome(first), "with a second run beside it, the first differs: ");
        Outcomes.requireEqual(alone, outcome(second), "with a first run beside it, the second differs: ");
    }

    private static void feed(Engine engine, CandleSeries c, int i) {
        if (i >= 0 && i < c.size()) {
            engine.onCandle(c.timeMillis(i), c.open(i), c.high(i), c.low(i), c.close(i), c.volume(i));
        }
    }

    private static Outcome outcome(Engine engine) {
        return Outcome.of(engine.decisions().toList(), engine.broker().fills().toFills());
    }

    private static void fillsTheSame(CandleSeries market, StrategyFactory strategy, List<Integer> restarts) {
        Outcome backtest = Runner.backtest(strategy).run(market);
        Outcome paper = new PaperRunner(strategy, restarts).run(market);
        Outcomes.requireEqual(backtest, paper, "restarted before candles " + restarts + ", paper trading differs: ");
    }

    private static List<Integer> restarts(int candles) {
        Random random = new Random(SEED);
        return IntStream.generate(() -> 1 + random.nextInt(candles - 1))
                .distinct()
                .limit(Math.min(RESTARTS, candles - 1))
                .sorted()
                .boxed()
                .toList();
    }
}
