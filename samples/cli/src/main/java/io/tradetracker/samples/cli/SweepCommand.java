package io.tradetracker.samples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.parameter.ParameterSpec;
import io.tradetracker.api.strategy.StrategySpec;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.backtest.BacktestBuilder;
import io.tradetracker.core.data.WholeFile;
import io.tradetracker.core.engine.RiskJson;
import io.tradetracker.core.export.SurfacePicture;
import io.tradetracker.core.export.SweepCsv;
import io.tradetracker.core.export.SweepJson;
import io.tradetracker.core.report.Statistic;
import io.tradetracker.core.sweep.ParameterAxis;
import io.tradetracker.core.sweep.ParameterGrid;
import io.tradetracker.core.sweep.SweepBuilder;
import io.tradetracker.core.sweep.SweepResult;
import io.tradetracker.core.sweep.SweepRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs one strategy with many values of its parameters. */
@Command(
        name = "sweep",
        description = "Runs a strategy with every combination of some values of its parameters and lists the best.",
        sortOptions = false,
        sortSynopsis = false,
        footer = {
            "",
            "Example:",
            "  tradetracker sweep --strategy sma-cross --data us500-1d.csv --instrument US500 --timeframe 1d \\",
            "    --set fast=5..50:5 --set slow=20..200:10 --holdout 30% --top 20 --surface sma.svg"
        })
@SuppressWarnings("NullAway.Init")
final class SweepCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--strategy",
            required = true,
            order = 1,
            paramLabel = "ID",
            description = "Which strategy; see: tradetracker strategies")
    private String strategy;

    @Mixin
    private DataOptions data;

    @Option(
            names = "--set",
            arity = "1..*",
            required = true,
            order = 5,
            paramLabel = "NAME=VALUES",
            description = "Values of a parameter: fast=5..50:5 (from, to, step), fast=5,10,20 or fast=10; may be "
                    + "repeated.")
    private List<String> assignments = new ArrayList<>();

    @Mixin
    private AccountOptions account;

    @Mixin
    private OrderRuleOptions orderRules;

    @Mixin
    private FillOptions fills;

    @Mixin
    private PluginsOption plugins;

    @Option(
            names = "--holdout",
            defaultValue = "0%",
            order = 40,
            paramLabel = "PERCENT",
            description = "Rank by what comes before the last part of the candles, and run on that part as well. "
                    + "Default: ${DEFAULT-VALUE}")
    private String holdout;

    @Option(
            names = "--rank",
            defaultValue = "sharpe",
            order = 41,
            paramLabel = "FIGURE",
            description = "What ranks, such as sharpe, returnPercent, calmar or maxDrawdownPercent. "
                    + "Default: ${DEFAULT-VALUE}")
    private String rank;

    @Option(
            names = "--top",
            defaultValue = "20",
            order = 42,
            paramLabel = "N",
            description = "How many of the best to print. Default: ${DEFAULT-VALUE}")
    private int top;

    @Option(
            names = "--threads",
            order = 43,
            paramLabel = "N",
            description = "How many threads; the result is the same for any. Default: one for each processor")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--csv", order = 44, paramLabel = "FILE", description = "Write every combination as CSV.")
    private @Nullable Path csv;

    @Option(
            names = "--surface",
            order = 45,
            paramLabel = "FILE",
            description = "Draw the ranking figure over the first two swept parameters, as SVG.")
    private @Nullable Path surface;

    @Option(names = "--json", order = 50, description = "Print one JSON object instead of a table.")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            order = 51,
            description = "Print no table and no progress.")
    private boolean quiet;

    @Override
    public void run() {
        data.check();
        account.check();
        orderRules.check();
        fills.check();
        ParameterGrid grid = grid();
        List<String> swept = swept(grid);
        check(swept);
        try (Plugins loaded = plugins.load();
                Progress progress = new Progress(quiet)) {
            StrategySpec chosen = loaded.get(strategy);
            requireKnown(chosen, grid);
            List<CandleSeries> candles = data.read(progress);
            SweepResult result = sweep(loaded, chosen, grid, candles.getFirst(), progress);
            write(result, swept);
            print(chosen, result);
        }
    }

    private ParameterGrid grid() {
        try {
            return ParameterGrid.of(assignments.toArray(String[]::new));
        } catch (IllegalArgumentException wrong) {
            throw wrong("--set: " + wrong.getMessage());
        }
    }

    private static List<String> swept(ParameterGrid grid) {
        return grid.axes().stream()
                .filter(axis -> axis.values().size() > 1)
                .map(ParameterAxis::name)
                .toList();
    }

    private void check(List<String> swept) {
        if (data.instruments().size() > 1) {
            throw wrong("a sweep runs over one instrument; --instrument names "
                    + data.instruments().size());
        }
        if (surface != null && swept.size() < 2) {
            throw wrong(
                    "--surface needs two parameters with several values, such as --set fast=5..50:5 slow=20..200:10");
        }
        if (top < 1 || threads < 1 || threads > 1024) {
            throw wrong("--top must be 1 or more, and --threads 1 to 1024");
        }
        holdoutPercent();
        figure();
        for (Path file : files()) {
            WholeFile.requireWritable(file);
        }
    }

    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        if (csv != null) {
            files.add(csv);
        }
        if (surface != null) {
            files.add(surface);
        }
        return files;
    }

    private double holdoutPercent() {
        String number = holdout.endsWith("%") ? holdout.substring(0, holdout.length() - 1) : holdout;
        try {
            double percent = Double.parseDouble(number);
            if (percent >= 0 && percent <= 90) {
                return percent;
            }
        } catch (NumberFormatException notANumber) {
            throw wrong("--holdout " + holdout + " must be 0% to 90%, such as 30%");
        }
        throw wrong("--holdout " + holdout + " must be 0% to 90%, such as 30%");
    }

    private Statistic figure() {
        return SweepRow.FIGURES.stream()
                .filter(each -> each.id().equals(rank))
                .findFirst()
                .orElseThrow(() -> wrong("--rank " + rank + " must be one of "
                        + SweepRow.FIGURES.stream().map(Statistic::id).collect(Collectors.joining(", "))));
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private void requireKnown(StrategySpec chosen, ParameterGrid grid) {
        List<String> known =
                chosen.parameters().stream().map(ParameterSpec::name).toList();
        for (ParameterAxis axis : grid.axes()) {
            if (!known.contains(axis.name())) {
                throw wrong("strategy " + chosen.id() + " has no parameter " + axis.name() + "; there is "
                        + (known.isEmpty() ? "none" : String.join(", ", known)));
            }
        }
    }

    private SweepResult sweep(
            Plugins loaded, StrategySpec chosen, ParameterGrid grid, CandleSeries candles, Progress progress) {
        SweepBuilder sweep = TradeTracker.create()
                .sweep()
                .candles(candles)
                .grid(grid)
                .strategy(values -> loaded.factory(chosen.id(), values))
                .configure(this::configured)
                .holdout(holdoutPercent())
                .rankBy(figure())
                .threads(threads)
                .progress(progress::onSweep);
        return sweep.run();
    }

    private BacktestBuilder configured(BacktestBuilder backtest) {
        backtest.rules(fills::rules).rules(account::rules);
        account.apply(backtest, data.instrument(0), data.timeframe());
        orderRules.apply(backtest);
        fills.apply(backtest, data.instrument(0));
        return backtest;
    }

    private void write(SweepResult result, List<String> swept) {
        if (csv != null) {
            SweepCsv.write(result, csv);
        }
        if (surface != null) {
            String picture = SurfacePicture.svg(result.surface(swept.get(0), swept.get(1), result.rankedBy()));
            WholeFile.write(surface, out -> out.write(picture));
        }
    }

    private ObjectNode toJson(SweepResult result) {
        ObjectNode node = SweepJson.result(result, top);
        node.set("orderRules", RiskJson.write(orderRules.rules()));
        return node;
    }

    private void print(StrategySpec chosen, SweepResult result) {
        if (!result.faults().isEmpty()) {
            SweepRow first = result.faults().getFirst();
            spec.commandLine()
                    .getErr()
                    .println("tradetracker: " + result.faults().size() + " of "
                            + result.rows().size() + " combinations could not run, the first " + first.parameters()
                            + ": " + first.fault());
        }
        if (json) {
            spec.commandLine().getOut().println(JsonText.write(toJson(result)));
        } else if (!quiet) {
            spec.commandLine().getOut().print(new SweepTable(chosen.id(), result, top));
        }
    }
}
