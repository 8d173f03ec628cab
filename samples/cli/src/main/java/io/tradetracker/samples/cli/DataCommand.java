package io.tradetracker.samples.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups the commands about market data. */
@Command(
        name = "data",
        description = "Works on files and stores of market data.",
        subcommands = {DataDownloadCommand.class, DataImportCommand.class, DataListCommand.class, DataCheckCommand.class
        })
final class DataCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing, such as: tradetracker data check FILE");
    }
}
