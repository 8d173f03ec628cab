package io.tradetracker.pluginhost;

import java.nio.file.Path;
import java.util.List;

/**
 * A plugin that passed every check and was loaded. Immutable.
 *
 * @param id unique in its catalog
 * @param version semantic version
 * @param name what people read
 * @param api version of the API it was built with
 * @param jar the file it came from
 * @param sha256 of that file when it was read, 64 hexadecimal digits
 * @param strategies at least one, in the order of their ids
 */
public record LoadedPlugin(
        String id, String version, String name, String api, Path jar, String sha256, List<StrategyEntry> strategies) {
    /** Copies the list. */
    public LoadedPlugin {
        strategies = List.copyOf(strategies);
    }
}
