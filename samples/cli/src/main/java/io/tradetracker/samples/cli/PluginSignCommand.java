package io.tradetracker.samples.cli;

import io.tradetracker.core.data.WholeFile;
import io.tradetracker.pluginhost.LoadedPlugin;
import io.tradetracker.pluginhost.PluginInspector;
import io.tradetracker.pluginhost.signing.PluginSignature;
import io.tradetracker.pluginhost.signing.SigningKey;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Signs plugin jars. */
@Command(
        name = "sign",
        description = "Signs plugin jars: the signature of NAME.jar is the file NAME.jar.sig beside it.")
@SuppressWarnings("NullAway.Init")
final class PluginSignCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--key",
            required = true,
            paramLabel = "FILE",
            description = "Your key; see: tradetracker plugin keygen")
    private Path key;

    @Parameters(arity = "1..*", paramLabel = "JAR", description = "What is signed.")
    private List<Path> jars;

    @Override
    public void run() {
        SigningKey author = SigningKey.read(key);
        for (Path jar : jars) {
            LoadedPlugin plugin = PluginInspector.inspect(jar);
            PluginSignature signature = PluginSignature.of(
                    author,
                    PluginFiles.read(jar),
                    plugin.id(),
                    plugin.version(),
                    InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS));
            Path file = PluginSignature.beside(jar);
            WholeFile.write(file, out -> out.write(signature.toJson()));
            spec.commandLine()
                    .getOut()
                    .println(file + ": " + plugin.id() + " " + plugin.version() + " signed with " + author.id());
        }
    }
}
