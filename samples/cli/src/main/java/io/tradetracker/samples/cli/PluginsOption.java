package io.tradetracker.samples.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names the folder of plugin jars. */
final class PluginsOption {
    @Option(
            names = "--plugins",
            paramLabel = "FOLDER",
            description = "Where the plugin jars are. Default: the folder plugins beside this program's jar")
    private @Nullable Path folder;

    Plugins load() {
        return Plugins.load(folder());
    }

    Plugins loadWhatIsGood() {
        return Plugins.loadWhatIsGood(folder());
    }

    private Path folder() {
        return folder == null ? PluginFolder.besideTheJar() : folder;
    }
}
