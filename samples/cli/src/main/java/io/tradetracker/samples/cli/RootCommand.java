package io.tradetracker.samples.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** What is common to all commands. */
@Command(
        name = "tradetracker",
        description = "Backtests strategies of plugin jars on candles, draws charts and finds patterns.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        subcommands = {
            BacktestCommand.class,
            SweepCommand.class,
            StrategiesCommand.class,
            PluginCommand.class,
            ChartCommand.class,
            IndicatorsCommand.class,
            PatternsCommand.class,
            DataCommand.class,
            HelpCommand.class
        },
        footer = {"", "Exit code: 0 done, 2 the command line is wrong, 1 anything else."})
final class RootCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = FailureReport.DEBUG,
            scope = ScopeType.INHERIT,
            description = "Show where in the code a failure happened.")
    @SuppressWarnings("unused")
    private boolean debug;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
