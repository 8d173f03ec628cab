package io.tradetracker.samples.cli;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.parameter.ParameterValues;
import io.tradetracker.api.strategy.StrategyFactory;
import io.tradetracker.api.strategy.StrategySpec;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.backtest.Backtest;
import io.tradetracker.core.backtest.BacktestBuilder;
import io.tradetracker.core.backtest.BacktestResult;
import io.tradetracker.core.engine.Engine;
import io.tradetracker.core.engine.EngineSettings;
import io.tradetracker.core.report.Statistic;
import io.tradetracker.core.simulation.SimulatedMarket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs one strategy over one file, or over several on one account. */
@Command(
        name = "backtest",
        description = "Runs a strategy over the candles of a CSV file or a store.",
        sortOptions = false,
        sortSynopsis = false,
        footer = {
            "",
            "Example:",
            "  tradetracker backtest --strategy sma-cross --data us500-1d.csv \\",
            "    --instrument US500 --timeframe 1d --set fast=10 slow=30 --html report.html"
        })
@SuppressWarnings("NullAway.Init")
final class BacktestCommand implements Runnable {
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
            order = 5,
            paramLabel = "NAME=VALUE",
            description = "Parameters of the strategy; may be repeated.")
    private List<String> assignments = new ArrayList<>();

    @Mixin
    private AccountOptions account;

    @Mixin
    private OrderRuleOptions orderRules;

    @Mixin
    private FillOptions fills;

    @Mixin
    private PluginsOption plugins;

    @Mixin
    private OutputOptions output;

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
        output.check(data.files());
        Map<String, String> given = Assignments.parse(assignments, spec.commandLine());
        try (Plugins loaded = plugins.load()) {
            StrategySpec chosen = loaded.get(strategy);
            ParameterValues parameters = ParameterValues.of(chosen.parameters(), given);
            StrategyFactory factory = loaded.factory(chosen.id(), parameters.toMap());
            requireCreatable(factory);
            run(chosen, parameters, factory);
        }
    }

    /** A strategy that refuses its parameters says so before a long file is read. */
    private void requireCreatable(StrategyFactory factory) {
        List<SimulatedMarket> markets = IntStream.range(0, data.instruments().size())
                .mapToObj(i -> SimulatedMarket.of(data.instrument(i)))
                .toList();
        EngineSettings settings = EngineSettings.of(data.instrument(0), data.timeframe());
        new Engine(settings, markets, factory, false);
    }

    private void run(StrategySpec chosen, ParameterValues parameters, StrategyFactory factory) {
        BacktestSummary summary = summary(chosen, parameters, factory);
        output.write(chosen.name(), facts(parameters), summary.result());
        print(summary);
    }

    private BacktestSummary summary(StrategySpec chosen, ParameterValues parameters, StrategyFactory factory) {
        try (Progress progress = new Progress(quiet)) {
            List<CandleSeries> candles = data.read(progress);
            Backtest backtest = builder(candles, factory, progress).build();
            BacktestResult result = backtest.run();
            return new BacktestSummary(chosen, parameters, candles, result, other(backtest, result));
        }
    }

    private BacktestBuilder builder(List<CandleSeries> candles, StrategyFactory factory, Progress progress) {
        BacktestBuilder builder = TradeTracker.create()
                .backtest()
                .strategy(factory)
                .rules(fills::rules)
                .rules(account::rules)
                .progress(progress)
                .keepDecisions(false);
        candles.forEach(builder::candles);
        data.addAsk(builder);
        account.apply(builder, data.instrument(0), data.timeframe());
        orderRules.apply(builder);
        fills.apply(builder, data.instrument(0));
        return builder;
    }

    /** Where the unknown order of prices decided what filled, another order shows how much hangs on it. */
    private BacktestSummary.@Nullable OtherPath other(Backtest backtest, BacktestResult result) {
        if (result.report().get(Statistic.AMBIGUOUS_CANDLES) == 0 || fills.isFiner()) {
            return null;
        }
        return new BacktestSummary.OtherPath(
                fills.otherPath(), backtest.run(fills.otherPath()).report());
    }

    private Map<String, String> facts(ParameterValues parameters) {
        Map<String, String> facts = new LinkedHashMap<>(parameters.toMap());
        facts.put("size", account.sizeText());
        facts.put("path", fills.pathText());
        facts.put("spread", account.costs().spread().toString());
        facts.put("commission", account.costs().commission().toString());
        facts.put("slippage", account.costs().slippage().toString());
        facts.putAll(orderRules.facts());
        return facts;
    }

    private void print(BacktestSummary summary) {
        summary.warnings().forEach(warning -> spec.commandLine().getErr().println("tradetracker: " + warning));
        if (json) {
            spec.commandLine().getOut().println(summary.toJson());
        } else if (!quiet) {
            spec.commandLine().getOut().print(summary.toTable());
        }
    }
}
