package io.tradetracker.broker.capital.connection;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.tradetracker.json.JsonMappers;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

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
                .addModule(new SimpleModule()
                        .addDeserializer(Instant.class, new UtcReader())
                        .addDeserializer(BigDecimal.class, new NumberReader()))
                .build();
    }

    /** {@return that moment as the service writes it: whole seconds of UTC without a zone, rounded down} */
    public static String seconds(Instant moment) {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                LocalDateTime.ofInstant(moment.truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC));
    }

    /** A number with an exponent of millions takes a second to read and all memory to add one to. */
    private static final class NumberReader extends StdDeserializer<BigDecimal> {
        private static final long serialVersionUID = 1L;
        private static final int MOST_DIGITS = 50;

        NumberReader() {
            super(BigDecimal.class);
        }

        @Override
        public @Nullable BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            BigDecimal number = NumberDeserializers.BigDecimalDeserializer.instance.deserialize(parser, context);
            if (number != null && (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS)) {
                throw context.weirdNumberException(1, BigDecimal.class, "no number of at most 50 digits");
            }
            return number;
        }
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
