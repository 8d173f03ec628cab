package io.tradetracker.samples.cli;

import io.tradetracker.pluginhost.signing.TrustStore;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where a host keeps whom it trusts. */
final class TrustOption {
    @Option(
            names = "--trust",
            order = 1,
            paramLabel = "DIR",
            description = "The folder of trust; see: tradetracker plugin trust")
    private @Nullable Path folder;

    @Option(
            names = "--operator-key",
            order = 2,
            paramLabel = "BASE64",
            description = "Public key of the operator whose kill list the folder has.")
    private @Nullable String operatorKey;

    boolean isGiven() {
        return folder != null;
    }

    TrustStore open() {
        if (folder == null) {
            throw new IllegalStateException("--trust was not given");
        }
        return TrustStore.open(folder, operatorKey);
    }
}
