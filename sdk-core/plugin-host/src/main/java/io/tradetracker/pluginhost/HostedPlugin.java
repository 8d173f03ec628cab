package io.tradetracker.pluginhost;

import io.tradetracker.api.parameter.ParameterValues;
import io.tradetracker.api.strategy.Strategy;
import io.tradetracker.api.strategy.StrategyContext;
import io.tradetracker.api.strategy.StrategyProvider;
import io.tradetracker.api.strategy.StrategySpec;
import io.tradetracker.pluginhost.PluginArchive.OfferedStrategy;
import java.lang.reflect.InvocationTargetException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A loaded jar and its providers. Whatever the author's code throws here stays here. */
final class HostedPlugin implements AutoCloseable {
    private final PluginArchive archive;
    private final SinglePlugin plugin;
    private final Map<String, StrategyProvider> byStrategy = new TreeMap<>();

    private HostedPlugin(PluginArchive archive, SinglePlugin plugin) {
        this.archive = archive;
        this.plugin = plugin;
    }

    static HostedPlugin open(PluginArchive archive) throws PluginRefusal {
        HostedPlugin hosted = new HostedPlugin(archive, new SinglePlugin(archive.copy()));
        try {
            for (String provider : archive.providers()) {
                hosted.openProvider(provider);
            }
            for (String className : archive.classesBesideProviders()) {
                hosted.link(className);
            }
            for (OfferedStrategy strategy : archive.strategies().values()) {
                hosted.tryDefaults(strategy);
            }
            return hosted;
        } catch (PluginRefusal refusal) {
            hosted.close();
            throw refusal;
        }
    }

    PluginArchive archive() {
        return archive;
    }

    @Nullable
    Strategy create(String strategyId, ParameterValues parameters, StrategyContext context) {
        StrategyProvider provider = byStrategy.get(strategyId);
        return provider == null ? null : inPlugin(() -> provider.create(strategyId, parameters, context));
    }

    @Override
    public void close() {
        byStrategy.clear();
        plugin.close();
    }

    private void openProvider(String name) throws PluginRefusal {
        List<StrategySpec> specs;
        StrategyProvider provider;
        try {
            provider = inPlugin(() -> instantiate(name));
            specs = inPlugin(() -> provider.strategies().stream()
                    .sorted(Comparator.comparing(StrategySpec::id))
                    .toList());
        } catch (Throwable thrown) {
            throw unusable(name, thrown);
        }
        if (!specs.equals(archive.specsOf(name))) {
            throw new PluginRefusal(
                    PluginError.BAD_DESCRIPTOR,
                    "its class " + name + " offers other strategies or parameters than its descriptor says; "
                            + "clean and rebuild the plugin");
        }
        specs.forEach(spec -> byStrategy.put(spec.id(), provider));
    }

    /** Finds out now, not at the first backtest, whether a class is whole. None of its code runs. */
    private void link(String className) throws PluginRefusal {
        try {
            inPlugin(() -> countMembers(className));
        } catch (Throwable thrown) {
            throw unusable(className, thrown);
        }
    }

    // Counting them loads the types that they name.
    private int countMembers(String className) {
        try {
            Class<?> type = Class.forName(className, false, plugin.classes());
            return type.getDeclaredConstructors().length
                    + type.getDeclaredMethods().length
                    + type.getDeclaredFields().length;
        } catch (ClassNotFoundException missing) {
            throw AuthorFailure.of(missing);
        }
    }

    /** Makes the strategy until it asks for its context: by then its parameters have passed its own check. */
    private void tryDefaults(OfferedStrategy strategy) throws PluginRefusal {
        ParameterValues defaults = ParameterValues.of(strategy.spec().parameters(), Map.of());
        String id = strategy.spec().id();
        try {
            create(id, defaults, ProbeContext.create());
        } catch (IllegalArgumentException refused) {
            throw new PluginRefusal(
                    PluginError.PROVIDER_FAILED,
                    "strategy " + id + " cannot be used: the defaults themselves are refused: "
                            + AuthorFailure.messageOf(refused) + "; change the defaults or the check");
        } catch (LinkageError broken) {
            throw unusable(strategy.provider(), broken);
        } catch (Throwable needsARun) {
            // what it does with a context shows in a run
        }
    }

    private static PluginRefusal unusable(String className, Throwable thrown) {
        return new PluginRefusal(
                PluginError.PROVIDER_FAILED,
                "its class " + className + " cannot be used: " + AuthorFailure.describe(thrown));
    }

    private StrategyProvider instantiate(String name) {
        try {
            Class<?> type = plugin.classes().loadClass(name);
            if (!StrategyProvider.class.isAssignableFrom(type)) {
                throw new ClassCastException("it does not implement " + StrategyProvider.class.getName());
            }
            return (StrategyProvider) type.getConstructor().newInstance();
        } catch (InvocationTargetException thrown) {
            throw AuthorFailure.of(Objects.requireNonNullElse(thrown.getCause(), thrown));
        } catch (ReflectiveOperationException unusable) {
            throw AuthorFailure.of(unusable);
        }
    }

    private <T> T inPlugin(Supplier<T> call) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(plugin.classes());
        try {
            return call.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
