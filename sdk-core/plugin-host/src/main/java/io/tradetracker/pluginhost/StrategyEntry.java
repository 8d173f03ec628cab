package io.tradetracker.pluginhost;

import io.tradetracker.api.strategy.StrategySpec;
import java.nio.file.Path;

/**
 * A strategy that the catalog can create. Immutable.
 *
 * @param spec id, name and parameters, from the jar's descriptor
 * @param pluginId the plugin that offers it
 * @param pluginVersion its version
 * @param jar the file it came from
 * @param sha256 of that file when it was read, 64 hexadecimal digits
 */
public record StrategyEntry(StrategySpec spec, String pluginId, String pluginVersion, Path jar, String sha256) {
    /** {@return the strategy's id, unique in its catalog} */
    public String id() {
        return spec.id();
    }
}
