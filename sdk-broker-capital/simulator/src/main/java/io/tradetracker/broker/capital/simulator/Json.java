package io.tradetracker.broker.capital.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object under construction; fields without a value are left out. */
final class Json {
    private final Map<String, Object> fields = new LinkedHashMap<>();

    static Json of(String name, @Nullable Object value) {
        return new Json().with(name, value);
    }

    Json with(String name, @Nullable Object value) {
        if (value instanceof Json json) {
            fields.put(name, json.fields);
        } else if (value instanceof List<?> list) {
            fields.put(name, list.stream().map(Json::plain).toList());
        } else if (value != null) {
            fields.put(name, value);
        }
        return this;
    }

    Json withAll(Json other) {
        fields.putAll(other.fields);
        return this;
    }

    Map<String, Object> fields() {
        return fields;
    }

    private static Object plain(Object item) {
        return item instanceof Json json ? json.fields : item;
    }
}
