package io.tradetracker.pluginhost;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tradetracker.api.parameter.ParameterSpec;
import io.tradetracker.api.parameter.ParameterType;
import io.tradetracker.api.strategy.StrategySpec;
import io.tradetracker.json.JsonMappers;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The shape of {@code META-INF/tradetracker/plugin.json}. */
record DescriptorFile(
        int manifestVersion, String id, String version, String api, String name, List<StrategyFile> strategies) {
    static final String PATH = "META-INF/tradetracker/plugin.json";
    static final int MAX_BYTES = 64 * 1024;
    private static final int MANIFEST_VERSION = 1;

    DescriptorFile {
        requireAll(id, version, api, name, strategies);
        strategies = List.copyOf(strategies);
        requireUnique("strategy", strategies.stream().map(StrategyFile::id).toList());
        if (strategies.isEmpty()) {
            throw new IllegalArgumentException("it offers no strategy");
        }
    }

    /** Reads the file strictly: an unknown, doubled or missing property is a refusal. */
    static DescriptorFile parse(byte[] bytes) throws PluginRefusal {
        JsonMapper mapper = JsonMappers.strict();
        try {
            JsonNode tree = mapper.readTree(bytes);
            JsonNode format = tree.path("manifestVersion");
            if (!format.isInt() || format.intValue() != MANIFEST_VERSION) {
                throw refusal("has manifestVersion " + format + ", but this host reads " + MANIFEST_VERSION);
            }
            return mapper.treeToValue(tree, DescriptorFile.class);
        } catch (JsonProcessingException malformed) {
            throw refusal("cannot be read: " + malformed.getOriginalMessage());
        } catch (IOException | IllegalArgumentException malformed) {
            throw refusal("cannot be read: " + malformed.getMessage());
        }
    }

    private static PluginRefusal refusal(String what) {
        return new PluginRefusal(
                PluginError.BAD_DESCRIPTOR,
                PATH + " " + what + "; rebuild the plugin with the processor of a matching SDK");
    }

    private static void requireAll(@Nullable Object... values) {
        for (Object value : values) {
            Objects.requireNonNull(value, "a property is missing");
        }
    }

    private static void requireUnique(String what, List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new IllegalArgumentException(what + " " + name + " is there twice");
            }
        }
    }

    /** One strategy of the plugin. */
    record StrategyFile(String id, String name, String summary, String provider, List<ParameterFile> parameters) {
        StrategyFile {
            requireAll(id, name, summary, provider, parameters);
            requireUnique(
                    "parameter", parameters.stream().map(ParameterFile::name).toList());
        }

        StrategySpec spec() {
            return new StrategySpec(
                    id,
                    name,
                    summary,
                    parameters.stream().map(ParameterFile::spec).toList());
        }
    }

    /** One parameter of a strategy. */
    record ParameterFile(
            String name,
            String type,
            String label,
            String help,
            String unit,
            @JsonProperty("default") String defaultValue,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable BigDecimal step,
            List<String> choices) {
        ParameterFile {
            requireAll(name, type, label, help, unit, defaultValue, choices);
        }

        ParameterSpec spec() {
            ParameterType parameterType = new ParameterType(type);
            return new ParameterSpec(name, parameterType, label, help, unit, defaultValue, min, max, step, choices);
        }
    }
}
