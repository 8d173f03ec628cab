package io.tradetracker.broker.capital.connection;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.tradetracker.json.JsonMappers;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/** The service's JSON: it grows new fields at any time, and its moments in UTC have no zone. */
public final class VenueJson {
    private VenueJson() {}

    /** {@return a mapper that passes over unknown fields and reads numbers exactly} */
    public static JsonMapper mapper() {
        return JsonMappers.strict()
                .rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                .addModule(new SimpleModule().addDeserializer(Instant.class, new UtcReader()))
                .build();
    }

    /** {@return that moment as the service writes it: whole seconds of UTC without a zone, rounded down} */
    public static String seconds(Instant moment) {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                LocalDateTime.ofInstant(moment.truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC));
    }

    private static final class UtcReader extends StdDeserializer<Instant> {
        private static final long serialVersionUID = 1L;

        UtcReader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = parser.getText();
            try {
                return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
            } catch (DateTimeParseException unreadable) {
                throw context.weirdStringException(text, Instant.class, "no moment such as 2026-01-31T09:30:00.000");
            }
        }
    }
}
