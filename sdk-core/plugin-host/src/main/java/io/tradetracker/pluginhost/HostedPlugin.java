package io.tradetracker.pluginhost;

import io.tradetracker.api.parameter.ParameterValues;
import io.tradetracker.api.strategy.Strategy;
import io.tradetracker.api.strategy.StrategyContext;
import io.tradetracker.api.strategy.StrategyProvider;
import io.tradetracker.api.strategy.StrategySpec;
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
            throw new PluginRefusal(
                    PluginError.PROVIDER_FAILED,
                    "its class " + name + " cannot be used: " + AuthorFailure.describe(thrown)
                            + "; ask the plugin's author or rebuild it");
        }
        if (!specs.equals(archive.specsOf(name))) {
            throw new PluginRefusal(
                    PluginError.BAD_DESCRIPTOR,
                    "its class " + name + " offers other strategies or parameters than its descriptor says; "
                            + "clean and rebuild the plugin");
        }
        specs.forEach(spec -> byStrategy.put(spec.id(), provider));
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
