package io.tradetracker.broker.capital.simulator;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Writes moments as the service does: without zone, in the account's time and in UTC.
 *
 * @param local offset of the account's time
 */
record Times(ZoneOffset local) {
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    String local(Instant time) {
        return MILLIS.format(time.atOffset(local));
    }

    String utc(Instant time) {
        return MILLIS.format(time.atOffset(ZoneOffset.UTC));
    }

    String localSeconds(Instant time) {
        return SECONDS.format(time.atOffset(local));
    }

    String utcSeconds(Instant time) {
        return SECONDS.format(time.atOffset(ZoneOffset.UTC));
    }

    /** Reads {@code YYYY-MM-DDTHH:MM:SS} as UTC; zones, dates without a time and numbers are refused. */
    static Instant parse(String text, String field) {
        try {
            if (text.length() < 19) {
                throw new DateTimeException(text);
            }
            return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException wrong) {
            throw Refusal.badRequest("error.invalid." + field);
        }
    }
}
