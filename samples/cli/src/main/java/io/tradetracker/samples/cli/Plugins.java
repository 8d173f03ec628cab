package io.tradetracker.samples.cli;

import io.tradetracker.api.error.ApiError;
import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.strategy.StrategyFactory;
import io.tradetracker.api.strategy.StrategySpec;
import io.tradetracker.pluginhost.PluginCatalog;
import io.tradetracker.pluginhost.PluginFailure;
import io.tradetracker.pluginhost.StrategyEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The plugins of a folder. */
final class Plugins implements AutoCloseable {
    private final Path folder;
    private final PluginCatalog catalog;

    private Plugins(Path folder, PluginCatalog catalog) {
        this.folder = folder;
        this.catalog = catalog;
    }

    /**
     * Loads a folder.
     *
     * @throws TradeTrackerException when a jar in it cannot be used: which strategy was meant is not guessed
     */
    static Plugins load(Path folder) {
        PluginCatalog catalog = PluginCatalog.load(folder);
        if (!catalog.failures().isEmpty()) {
            catalog.close();
            throw refusal(folder, catalog);
        }
        return new Plugins(folder, catalog);
    }

    /** Loads what can be used of a folder. */
    static Plugins loadWhatIsGood(Path folder) {
        return new Plugins(folder, PluginCatalog.load(folder));
    }

    private static TradeTrackerException refusal(Path folder, PluginCatalog catalog) {
        String list =
                catalog.failures().stream().map(failure -> "\n  " + failure).collect(Collectors.joining());
        return new TradeTrackerException(
                catalog.failures().getFirst().code(),
                "plugins in " + folder + " cannot be used; mend or remove them:" + list);
    }

    /** {@return why jars are not among them} */
    List<PluginFailure> failures() {
        return catalog.failures();
    }

    Path folder() {
        return folder;
    }

    List<StrategySpec> strategies() {
        return catalog.strategies().stream().map(StrategyEntry::spec).toList();
    }

    StrategySpec get(String id) {
        return catalog.find(id).map(StrategyEntry::spec).orElseThrow(() -> unknown(id));
    }

    private TradeTrackerException unknown(String id) {
        List<String> known = strategies().stream().map(StrategySpec::id).toList();
        String hint = NearestName.of(id, known)
                .map(name -> "did you mean " + name + "?")
                .orElse(known.isEmpty() ? "there is no plugin jar in it" : "there are " + String.join(", ", known));
        return new TradeTrackerException(
                ApiError.UNKNOWN_STRATEGY, "no plugin in " + folder + " has a strategy '" + id + "'; " + hint);
    }

    StrategyFactory factory(String id, Map<String, String> parameters) {
        return catalog.factory(id, parameters);
    }

    @Override
    public void close() {
        catalog.close();
    }
}
