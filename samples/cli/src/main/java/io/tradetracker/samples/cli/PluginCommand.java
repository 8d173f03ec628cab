package io.tradetracker.samples.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups the commands about plugin jars. */
@Command(
        name = "plugin",
        description = "Looks into plugin jars, signs them, and says whose are trusted.",
        subcommands = {
            PluginInspectCommand.class,
            PluginKeygenCommand.class,
            PluginSignCommand.class,
            PluginTrustCommand.class
        })
final class PluginCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing, such as: tradetracker plugin inspect");
    }
}
