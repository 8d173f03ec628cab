package io.tradetracker.samples.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups the commands about patterns. */
@Command(
        name = "patterns",
        description = "Finds chart and candlestick patterns, and measures whether they foretell anything.",
        subcommands = {PatternsListCommand.class, PatternsFindCommand.class, PatternsStudyCommand.class})
final class PatternsCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing, such as: tradetracker patterns list");
    }
}
