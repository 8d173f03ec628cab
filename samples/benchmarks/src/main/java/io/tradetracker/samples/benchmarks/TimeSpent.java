package io.tradetracker.samples.benchmarks;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.Strategy;
import io.tradetracker.api.strategy.StrategyContext;
import io.tradetracker.api.strategy.StrategyView;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.report.Statistic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs backtests that do a little more each time, and prints what each step adds. */
@Command(
        name = "time-spent",
        mixinStandardHelpOptions = true,
        description = "Prints where the time of a backtest goes.")
public final class TimeSpent implements Callable<Integer> {
    private static final int ROUNDS_BEFORE = 150;
    private static final int ROUNDS = 301;

    private final TradeTracker tracker = TradeTracker.create();

    @Option(names = "--candles", defaultValue = "100000", description = "Candles of a run (${DEFAULT-VALUE}).")
    private int candles;

    @Option(names = "--out", description = "Write the page to this file as well.")
    private @Nullable Path out;

    private TimeSpent() {}

    /** How much a backtest does; each does all that the one before does. */
    private enum Step {
        CANDLES,
        INDICATORS,
        RULES,
        TRADES,
        REPORT
    }

    /** Runs it; exits with 0 when everything was measured. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new TimeSpent()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        CandleSeries series = GeometricWalk.candles(42, candles);
        StringBuilder rows = new StringBuilder();
        for (TradingRules rules : TradingRules.values()) {
            rows.append(row(rules, measure(series, rules)));
        }
        String text = PageTemplate.beside(TimeSpent.class, "time-spent.md")
                .fill(Map.of(
                        "rows", rows.toString(),
                        "options", "--candles " + candles,
                        "load", Surroundings.load(),
                        "candles", Integer.toString(candles),
                        "rounds", Integer.toString(ROUNDS)));
        System.out.print(text);
        if (out != null) {
            Files.writeString(out, text);
        }
        return 0;
    }

    private Rounds measure(CandleSeries series, TradingRules rules) {
        Rounds nanos = new Rounds();
        for (int round = -ROUNDS_BEFORE; round < ROUNDS; round++) {
            for (Step step : Step.values()) {
                long started = System.nanoTime();
                run(series, rules, step);
                if (round >= 0) {
                    nanos.add(step, (System.nanoTime() - started) / (double) series.size());
                }
            }
        }
        return nanos;
    }

    private void run(CandleSeries series, TradingRules rules, Step step) {
        var backtest = tracker.backtest().candles(series).strategy(context -> strategy(context, rules, step));
        if (step != Step.REPORT) {
            backtest.figures(List.of(Statistic.FINAL_EQUITY));
        }
        backtest.run();
    }

    private static Strategy strategy(StrategyContext context, TradingRules rules, Step step) {
        if (step == Step.CANDLES) {
            return view -> Decision.hold();
        }
        Strategy trader = OurStrategies.create(rules, context);
        return switch (step) {
            case INDICATORS -> view -> Decision.hold();
            case RULES -> new Unheard(trader);
            default -> trader;
        };
    }

    /** Asks the rules and does not do what they say. */
    private static final class Unheard implements Strategy {
        private final Strategy rules;
        private int said;

        Unheard(Strategy rules) {
            this.rules = rules;
        }

        @Override
        public Decision onCandle(StrategyView view) {
            said += rules.onCandle(view).isHold() ? 0 : 1;
            return said < 0 ? Decision.exit() : Decision.hold();
        }
    }

    private static String row(TradingRules rules, Rounds nanos) {
        StringBuilder row = new StringBuilder("| " + rules + " |");
        double before = 0;
        for (Step step : Step.values()) {
            double now = nanos.median(step);
            row.append(String.format(Locale.ROOT, " %.1f |", now - before));
            before = now;
        }
        return row.append(String.format(Locale.ROOT, " %.1f |%n", before)).toString();
    }
}
