package io.tradetracker.samples.cli;

import io.tradetracker.pluginhost.signing.SigningKey;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a key that signs plugins. */
@Command(
        name = "keygen",
        description = {
            "Makes a key that signs plugins, and prints its public half for those who are to trust it.",
            "Keep the file secret and back it up: whoever has it can sign as you, and without it you cannot sign a new "
                    + "version."
        })
@SuppressWarnings("NullAway.Init")
final class PluginKeygenCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "A new file for the key.")
    private Path out;

    @Override
    public void run() {
        SigningKey key = SigningKey.generate();
        key.write(out);
        spec.commandLine().getOut().println("key    " + key.id() + "\npublic " + key.publicKey());
    }
}
