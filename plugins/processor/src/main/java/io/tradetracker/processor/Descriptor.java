package io.tradetracker.processor;

import io.tradetracker.api.ApiVersion;
import io.tradetracker.api.parameter.ParameterSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The text of {@code META-INF/tradetracker/plugin.json}. */
final class Descriptor {
    static final String PATH = "META-INF/tradetracker/plugin.json";
    static final int MAX_BYTES = 64 * 1024;
    private static final int MANIFEST_VERSION = 1;

    private Descriptor() {}

    static String write(PluginIdentity identity, List<StrategyModel> strategies) {
        Map<String, Object> plugin = new LinkedHashMap<>();
        plugin.put("manifestVersion", MANIFEST_VERSION);
        plugin.put("id", identity.id());
        plugin.put("version", identity.version());
        plugin.put("api", ApiVersion.current());
        plugin.put("name", identity.name());
        plugin.put("strategies", strategies.stream().map(Descriptor::strategy).toList());
        return JsonText.write(plugin);
    }

    private static Map<String, Object> strategy(StrategyModel model) {
        Map<String, Object> strategy = new LinkedHashMap<>();
        strategy.put("id", model.spec().id());
        strategy.put("name", model.spec().name());
        strategy.put("summary", model.spec().summary());
        strategy.put("provider", model.qualifiedProviderName());
        strategy.put(
                "parameters",
                model.spec().parameters().stream().map(Descriptor::parameter).toList());
        return strategy;
    }

    private static Map<String, @Nullable Object> parameter(ParameterSpec spec) {
        Map<String, @Nullable Object> parameter = new LinkedHashMap<>();
        parameter.put("name", spec.name());
        parameter.put("type", spec.type().name());
        parameter.put("label", spec.label());
        parameter.put("help", spec.help());
        parameter.put("unit", spec.unit());
        parameter.put("default", spec.defaultValue());
        parameter.put("min", spec.min());
        parameter.put("max", spec.max());
        parameter.put("step", spec.step());
        parameter.put("choices", spec.choices());
        return parameter;
    }
}
