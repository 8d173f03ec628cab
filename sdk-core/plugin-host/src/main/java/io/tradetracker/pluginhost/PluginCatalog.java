package io.tradetracker.pluginhost;

import io.tradetracker.api.error.ApiError;
import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.parameter.ParameterValues;
import io.tradetracker.api.strategy.Strategy;
import io.tradetracker.api.strategy.StrategyContext;
import io.tradetracker.api.strategy.StrategyFactory;
import io.tradetracker.pluginhost.signing.TrustStore;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The plugins of a folder as they were when it was loaded.
 *
 * <p>What it lists never changes and may be read by several threads. Closing it unloads every plugin; strategies made
 * before must not be used afterwards.
 */
public final class PluginCatalog implements AutoCloseable {
    private final Path folder;
    private final List<LoadedPlugin> plugins;
    private final List<PluginFailure> failures;
    private final Map<String, StrategyEntry> entries;
    private final PrivateFolder copies;
    private volatile Map<String, HostedPlugin> hosted;

    PluginCatalog(Path folder, List<HostedPlugin> hosted, List<PluginFailure> failures, PrivateFolder copies) {
        this.folder = folder;
        this.plugins = hosted.stream()
                .map(plugin -> plugin.archive().loaded())
                .sorted(Comparator.comparing(LoadedPlugin::id))
                .toList();
        this.failures = List.copyOf(failures);
        this.entries = new TreeMap<>(plugins.stream()
                .flatMap(plugin -> plugin.strategies().stream())
                .collect(Collectors.toMap(StrategyEntry::id, entry -> entry)));
        this.copies = copies;
        this.hosted = hosted.stream()
                .collect(Collectors.toMap(plugin -> plugin.archive().id(), plugin -> plugin));
    }

    /**
     * Loads every {@code .jar} file of a folder. Other files, hidden files and sub-folders are left alone.
     *
     * @param folder may be empty
     * @return the catalog; look at {@link #failures()} for jars that are not in it
     * @throws TradeTrackerException NO_FOLDER or UNREADABLE
     */
    public static PluginCatalog load(Path folder) {
        return new CatalogBuilder(SignatureGate.open()).build(folder);
    }

    /**
     * Loads every {@code .jar} file of a folder that is signed by a key which a host trusts with it, and remembers
     * whose each plugin is.
     *
     * @param folder with a signature beside each jar
     * @param trust whom the host trusts
     * @return the catalog; a jar that is not trusted is among {@link #failures()} with {@link PluginError#NOT_TRUSTED},
     *     and was never opened
     * @throws TradeTrackerException NO_FOLDER or UNREADABLE
     */
    public static PluginCatalog load(Path folder, TrustStore trust) {
        return new CatalogBuilder(SignatureGate.of(trust)).build(folder);
    }

    /** {@return the plugins that were loaded, by id} */
    public List<LoadedPlugin> plugins() {
        return plugins;
    }

    /** {@return the jars that were refused and why, by file name} */
    public List<PluginFailure> failures() {
        return failures;
    }

    /** {@return every strategy of every plugin, by id} */
    public List<StrategyEntry> strategies() {
        return List.copyOf(entries.values());
    }

    /** {@return the strategy of that id} */
    public Optional<StrategyEntry> find(String strategyId) {
        return Optional.ofNullable(entries.get(strategyId));
    }

    /**
     * {@return the strategy of that id}
     *
     * @throws TradeTrackerException UNKNOWN_STRATEGY
     */
    public StrategyEntry get(String strategyId) {
        return find(strategyId).orElseThrow(() -> unknown(strategyId));
    }

    /**
     * {@return what makes the strategy for a run; the values are checked now, before any of the plugin's code runs}
     *
     * <p>The factory throws BAD_PARAMETER when the author's own check refuses the values together, STRATEGY_FAILED when
     * the strategy cannot be created for another reason, and CLOSED after {@link #close()}.
     *
     * @param strategyId one of {@link #strategies()}
     * @param parameters some of its parameters by name; a missing one takes its default
     * @throws TradeTrackerException UNKNOWN_STRATEGY or BAD_PARAMETER
     */
    public StrategyFactory factory(String strategyId, Map<String, String> parameters) {
        StrategyEntry entry = get(strategyId);
        ParameterValues values = ParameterValues.of(entry.spec().parameters(), parameters);
        return context -> create(entry, values, context);
    }

    /** Unloads every plugin and deletes the private copies. A second call does nothing. */
    @Override
    public synchronized void close() {
        Map<String, HostedPlugin> open = hosted;
        hosted = Map.of();
        open.values().forEach(HostedPlugin::close);
        copies.close();
    }

    private Strategy create(StrategyEntry entry, ParameterValues values, StrategyContext context) {
        HostedPlugin plugin = hosted.get(entry.pluginId());
        if (plugin == null) {
            throw new TradeTrackerException(
                    PluginError.CLOSED, "strategy " + entry.id() + " cannot be created: its catalog was closed");
        }
        try {
            Strategy strategy = plugin.create(entry.id(), values, context);
            if (strategy == null) {
                throw new NullPointerException("its provider returned null");
            }
            return strategy;
        } catch (IllegalArgumentException refused) {
            throw failed(ApiError.BAD_PARAMETER, entry, AuthorFailure.messageOf(refused), refused);
        } catch (Throwable thrown) {
            throw failed(
                    ApiError.STRATEGY_FAILED, entry, "cannot be created: " + AuthorFailure.describe(thrown), thrown);
        }
    }

    private static TradeTrackerException failed(ApiError code, StrategyEntry entry, String what, Throwable thrown) {
        return new TradeTrackerException(
                code,
                "strategy " + entry.id() + " of " + entry.jar().getFileName() + ": " + what,
                AuthorFailure.of(thrown));
    }

    private TradeTrackerException unknown(String strategyId) {
        String known = entries.isEmpty() ? "none" : String.join(", ", entries.keySet());
        String refused =
                failures.stream().map(failure -> "; refused " + failure).collect(Collectors.joining());
        return new TradeTrackerException(
                ApiError.UNKNOWN_STRATEGY,
                "no strategy '" + strategyId + "' among the plugins of " + folder.toAbsolutePath() + "; there is "
                        + known + refused);
    }
}
