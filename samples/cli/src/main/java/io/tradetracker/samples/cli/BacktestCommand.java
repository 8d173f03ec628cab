package io.tradetracker.samples.cli;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.parameter.ParameterValues;
import io.tradetracker.api.strategy.PositionSize;
import io.tradetracker.api.strategy.StrategyFactory;
import io.tradetracker.api.strategy.StrategySpec;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.backtest.BacktestResult;
import io.tradetracker.core.data.CandleCsv;
import io.tradetracker.core.data.WholeFile;
import io.tradetracker.core.simulation.Commission;
import io.tradetracker.core.simulation.Costs;
import io.tradetracker.core.simulation.FillAt;
import io.tradetracker.core.simulation.Financing;
import io.tradetracker.core.simulation.Slippage;
import io.tradetracker.core.simulation.Spread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs one strategy over one file. */
@Command(
        name = "backtest",
        description = "Runs a strategy over the candles of a CSV file.",
        sortOptions = false,
        footer = {
            "",
            "Example:",
            "  tradetracker backtest --strategy sma-cross --data us500-1d.csv \\",
            "    --instrument US500 --timeframe 1d --set fast=10 slow=30"
        })
@SuppressWarnings("NullAway.Init")
final class BacktestCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--strategy",
            required = true,
            paramLabel = "ID",
            description = "Which strategy; see: tradetracker strategies")
    private String strategy;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "FILE",
            description = "CSV with time,open,high,low,close,volume; times ISO-8601 or since 1970; gzip or plain.")
    private Path data;

    @Option(
            names = "--instrument",
            required = true,
            paramLabel = "NAME",
            description = "What the candles are of, such as US500.")
    private InstrumentId instrument;

    @Option(
            names = "--timeframe",
            required = true,
            paramLabel = "LENGTH",
            description = "Of a candle: 1m, 5m, 1h, 1d …")
    private Timeframe timeframe;

    @Option(
            names = "--set",
            arity = "1..*",
            paramLabel = "NAME=VALUE",
            description = "Parameters of the strategy; may be repeated.")
    private List<String> assignments = new ArrayList<>();

    @Option(
            names = "--size",
            defaultValue = "units:1",
            paramLabel = "SIZE",
            description =
                    "Of an entry: units:N, cash:all, percent:N of equity, risk:N percent of equity at the stop loss. "
                            + "Default: ${DEFAULT-VALUE}")
    private PositionSize size;

    @Option(
            names = "--cash",
            defaultValue = "10000",
            paramLabel = "AMOUNT",
            description = "At the start. Default: ${DEFAULT-VALUE}")
    private double cash;

    @Option(
            names = "--spread",
            defaultValue = "0",
            paramLabel = "PRICE",
            description = "Ask minus bid. Default: ${DEFAULT-VALUE}")
    private double spread;

    @Option(
            names = "--commission",
            defaultValue = "0",
            paramLabel = "CHARGE",
            description = "For each fill: 2 is an amount, 0.1%% a share of the value, 0.01/unit for each unit. "
                    + "Default: ${DEFAULT-VALUE}")
    private Commission commission;

    @Option(
            names = "--slippage",
            defaultValue = "0",
            paramLabel = "DISTANCE",
            description = "How much worse market and stop orders fill: 0.05%% of the price, or an amount. "
                    + "Default: ${DEFAULT-VALUE}")
    private Slippage slippage;

    @Option(
            names = "--fill",
            defaultValue = "next-open",
            paramLabel = "WHEN",
            description = "When market orders fill: next-open or close. Default: ${DEFAULT-VALUE}")
    private FillAt fillAt;

    @Mixin
    private PluginsOption plugins;

    @Option(names = "--fills", paramLabel = "FILE", description = "Write every fill to this CSV file.")
    private @Nullable Path fills;

    @Option(names = "--json", description = "Print one JSON object instead of a table.")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print no table and no progress.")
    private boolean quiet;

    @Override
    public void run() {
        requireAmounts();
        Map<String, String> given = Assignments.parse(assignments, spec.commandLine());
        requireFillsElsewhere();
        try (Plugins loaded = plugins.load()) {
            StrategySpec chosen = loaded.get(strategy);
            ParameterValues parameters = ParameterValues.of(chosen.parameters(), given);
            StrategyFactory factory = loaded.factory(chosen.id(), parameters.toMap());
            BacktestResult result = backtest(CandleCsv.read(data, instrument(), timeframe), factory);
            if (fills != null) {
                FillsCsv.write(result.fills(), fills);
            }
            print(new BacktestSummary(chosen, parameters, instrument, timeframe, result));
        }
    }

    private BacktestResult backtest(CandleSeries candles, StrategyFactory factory) {
        try (Progress progress = new Progress(quiet)) {
            return TradeTracker.create()
                    .backtest()
                    .candles(candles)
                    .strategy(factory)
                    .cash(cash)
                    .size(size)
                    .costs(new Costs(Spread.amount(spread), commission, slippage, Financing.NONE))
                    .fillAt(fillAt)
                    .progress(progress)
                    .keepDecisions(false)
                    .run();
        }
    }

    private void print(BacktestSummary summary) {
        summary.warnings().forEach(warning -> spec.commandLine().getErr().println("tradetracker: " + warning));
        if (json) {
            spec.commandLine().getOut().println(summary.toJson());
        } else if (!quiet) {
            spec.commandLine().getOut().print(summary.toTable());
        }
    }

    private Instrument instrument() {
        return Instrument.of(instrument.value());
    }

    private void requireAmounts() {
        if (!(cash > 0) || Double.isInfinite(cash)) {
            throw new ParameterException(spec.commandLine(), "--cash " + cash + " must be above zero, such as 10000");
        }
        if (!(spread >= 0) || Double.isInfinite(spread)) {
            throw new ParameterException(
                    spec.commandLine(), "--spread " + spread + " must be zero or above, such as 0.5");
        }
    }

    private void requireFillsElsewhere() {
        if (fills == null) {
            return;
        }
        WholeFile.requireWritable(fills);
        try {
            if (Files.exists(fills) && Files.exists(data) && Files.isSameFile(fills, data)) {
                throw new ParameterException(
                        spec.commandLine(), "--fills would overwrite the file of --data; name another");
            }
        } catch (IOException failed) {
            throw new ParameterException(spec.commandLine(), "cannot look at " + fills + ": " + failed, failed);
        }
    }
}
