package io.tradetracker.strategytestkit;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentRules;
import io.tradetracker.api.strategy.StrategyFactory;
import io.tradetracker.core.engine.Engine;
import io.tradetracker.core.engine.EngineSettings;
import io.tradetracker.testkit.Markets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

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

    /** {@return all checks of a strategy on the kit's own markets, and that it decides anything on one of them} */
    public static Stream<DynamicTest> all(StrategyFactory strategy) {
        return Stream.concat(
                Stream.of(DynamicTest.dynamicTest("decides something", () -> decidesSomething(strategy))),
                markets().flatMap(market -> on(market, strategy)));
    }

    private static Stream<CandleSeries> markets() {
        return Markets.seeded(SEED).all(CANDLES);
    }

    /** {@return all checks of a strategy on one market, the ones that explain the others first} */
    public static Stream<DynamicTest> on(CandleSeries market, StrategyFactory strategy) {
        Map<String, Executable> checks = new LinkedHashMap<>();
        checks.put("decides the same each time", () -> decidesTheSame(market, strategy));
        checks.put("shares no state", () -> sharesNoState(market, strategy));
        checks.put("does not look ahead", () -> NoLookAhead.check(Runner.backtest(strategy), market, CUTS, SEED));
        checks.put(
                "does not look ahead with costs",
                () -> NoLookAhead.check(Conditions.DEMANDING.backtest(strategy), coarse(market), CUTS, SEED));
        checks.put("fills the same in paper trading", () -> paper(Conditions.PLAIN, market, List.of(), strategy));
        checks.put(
                "fills the same in paper trading with costs",
                () -> paper(Conditions.DEMANDING, coarse(market), List.of(), strategy));
        List<Integer> restarts = restarts(market.size());
        checks.put("goes on after restarts", () -> paper(Conditions.PLAIN, market, restarts, strategy));
        checks.put(
                "goes on after restarts with costs",
                () -> paper(Conditions.DEMANDING, coarse(market), restarts, strategy));
        String suffix = " on " + market.instrument().id();
        return checks.entrySet().stream()
                .map(check -> DynamicTest.dynamicTest(check.getKey() + suffix, check.getValue()));
    }

    private static void decidesSomething(StrategyFactory strategy) {
        Runner runner = Runner.backtest(strategy);
        if (markets().allMatch(market -> runner.run(market).decisions().isEmpty())) {
            throw new AssertionError("the strategy made no decision on any market, so these checks say nothing; "
                    + "check its conditions, or give it parameters that fit " + CANDLES + " candles of one minute");
        }
    }

    private static void decidesTheSame(CandleSeries market, StrategyFactory strategy) {
        Runner runner = Runner.backtest(strategy);
        Outcomes.requireEqual(
                runner.run(market),
                runner.run(market),
                "a second run over the same candles differs; look for static state, a clock, or randomness that is not "
                        + "the context's: ");
    }

    /** The same candles, traded in steps that most quantities and prices do not fit. */
    private static CandleSeries coarse(CandleSeries market) {
        Instrument coarse = market.instrument().withRules(InstrumentRules.of("0.05", "0.25"));
        CandleSeries.Builder candles = CandleSeries.builder(coarse, market.timeframe());
        for (int i = 0; i < market.size(); i++) {
            candles.add(market.candle(i));
        }
        return candles.build();
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

    /** A restart may find a feed that plays the candle in progress again, or one that has gone on meanwhile. */
    private static void paper(
            Conditions conditions, CandleSeries market, List<Integer> restarts, StrategyFactory strategy) {
        Outcome backtest = conditions.backtest(strategy).run(market);
        for (boolean rewinds : new boolean[] {true, false}) {
            Outcome paper = new PaperRunner(strategy, conditions, restarts, rewinds).run(market);
            Outcomes.requireEqual(
                    backtest,
                    paper,
                    "restarted before candles " + restarts + (rewinds ? "" : " on a feed that went on")
                            + ", paper trading differs: ");
        }
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
