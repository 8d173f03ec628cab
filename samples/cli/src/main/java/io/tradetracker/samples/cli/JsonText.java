package io.tradetracker.samples.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradetracker.api.parameter.ParameterSpec;
import io.tradetracker.api.parameter.ParameterType;
import io.tradetracker.json.JsonMappers;
import java.io.UncheckedIOException;
import java.math.BigDecimal;

/** Values as they are in JSON: numbers plain, what does not exist null. */
final class JsonText {
    private JsonText() {}

    /** Puts a parameter's value with the type it has. */
    static void put(ObjectNode target, ParameterSpec spec, String value) {
        if (spec.type().equals(ParameterType.INTEGER) || spec.type().equals(ParameterType.DECIMAL)) {
            target.put(spec.name(), new BigDecimal(value));
        } else if (spec.type().equals(ParameterType.BOOLEAN)) {
            target.put(spec.name(), Boolean.parseBoolean(value));
        } else {
            target.put(spec.name(), value);
        }
    }

    static String write(ObjectNode value) {
        try {
            return JsonMappers.strict().writerWithDefaultPrettyPrinter().writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
