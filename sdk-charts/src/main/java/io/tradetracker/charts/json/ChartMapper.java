package io.tradetracker.charts.json;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.tradetracker.charts.ChartException;
import io.tradetracker.charts.Colour;
import io.tradetracker.charts.Drawing;
import io.tradetracker.json.JsonMappers;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads parts of charts: colours are texts, drawings say their kind. Safe for use by several threads. */
final class ChartMapper {
    private static final Colour USUAL = Colour.of("#2962ff");

    private final JsonMapper mapper = mapper();

    private static JsonMapper mapper() {
        JsonMapper mapper = JsonMappers.strict();
        mapper.addMixIn(Drawing.class, Kinds.class);
        mapper.registerModule(new SimpleModule()
                .addDeserializer(Colour.class, new ColourReader())
                .addDeserializer(String.class, new TextReader()));
        return mapper;
    }

    /**
     * {@return what a JSON text describes}
     *
     * @param path of the text in a greater one, for what is wrong with it
     */
    <T> T read(String path, String json, Class<T> type) {
        try {
            T read = mapper.readValue(json, type);
            if (read == null) {
                throw new ChartException(path + " must be described by a JSON object, not by null");
            }
            return read;
        } catch (JsonProcessingException wrong) {
            throw wrong(path, wrong);
        }
    }

    private static ChartException wrong(String path, JsonProcessingException wrong) {
        if (wrong instanceof InvalidTypeIdException kind) {
            return new ChartException(
                    where(path, wrong)
                            + "a drawing needs a kind, horizontal_line, vertical_line, trend_line, channel, zone, "
                            + "fibonacci, text or arrow, not " + kind.getTypeId(),
                    wrong);
        }
        for (Throwable cause = wrong; cause != null; cause = cause.getCause()) {
            if (cause instanceof ChartException known) {
                return new ChartException(where(path, wrong) + known.getMessage(), wrong);
            }
        }
        return new ChartException(where(path, wrong) + wrong.getOriginalMessage(), wrong);
    }

    private static String where(String from, JsonProcessingException wrong) {
        StringBuilder path = new StringBuilder(from);
        if (wrong instanceof JsonMappingException mapping) {
            mapping.getPath()
                    .forEach(step -> path.append(
                            step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName()));
        }
        return path.append(": ").toString();
    }

    /**
     * {@return the same, which has everything it needs}
     *
     * @param path where it was in the JSON
     * @throws ChartException when a part of it was not there
     */
    static <T extends Record> T whole(String path, T part) {
        for (RecordComponent component : Objects.requireNonNull(part.getClass().getRecordComponents())) {
            Object value = value(part, component);
            if (value == null) {
                throw new ChartException(path + ": '" + component.getName() + "' is missing");
            }
            if (value instanceof Record nested) {
                whole(path + "." + component.getName(), nested);
            }
        }
        return part;
    }

    private static @Nullable Object value(Record part, RecordComponent component) {
        try {
            return component.getAccessor().invoke(part);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Drawing.HorizontalLine.class, name = "horizontal_line"),
        @JsonSubTypes.Type(value = Drawing.VerticalLine.class, name = "vertical_line"),
        @JsonSubTypes.Type(value = Drawing.TrendLine.class, name = "trend_line"),
        @JsonSubTypes.Type(value = Drawing.Channel.class, name = "channel"),
        @JsonSubTypes.Type(value = Drawing.Zone.class, name = "zone"),
        @JsonSubTypes.Type(value = Drawing.Fibonacci.class, name = "fibonacci"),
        @JsonSubTypes.Type(value = Drawing.Text.class, name = "text"),
        @JsonSubTypes.Type(value = Drawing.Arrow.class, name = "arrow")
    })
    private interface Kinds {}

    private static final class ColourReader extends StdDeserializer<Colour> {
        private static final long serialVersionUID = 1L;

        ColourReader() {
            super(Colour.class);
        }

        @Override
        public Colour deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return Colour.of(String.valueOf(json.getText()));
        }

        @Override
        public Object getAbsentValue(DeserializationContext context) {
            return USUAL;
        }
    }

    private static final class TextReader extends StdDeserializer<String> {
        private static final long serialVersionUID = 1L;

        TextReader() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (!json.currentToken().isScalarValue() || json.currentToken().isNumeric()) {
                return context.reportInputMismatch(this, "must be a text");
            }
            return json.getText();
        }

        @Override
        public Object getAbsentValue(DeserializationContext context) {
            return "";
        }
    }
}
