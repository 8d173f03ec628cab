package io.tradetracker.core.data;

import io.tradetracker.api.market.Timeframe;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Reads the times of one file, which must be of one kind. */
final class TimeColumn {
    private static final long FIRST_MILLIS = 100_000_000_000L;
    private static final long LAST_MILLIS = 253_402_300_799_999L;
    private static final String EXAMPLE = "write it like 2013-01-02T00:00:00Z";

    private final int column;
    private @Nullable Kind kind;
    private long lastMillis;

    TimeColumn(int column) {
        this.column = column;
    }

    private enum Kind {
        ISO("ISO-8601"),
        SECONDS("seconds since 1970"),
        MILLIS("milliseconds since 1970");

        private final String label;

        Kind(String label) {
            this.label = label;
        }
    }

    Instant read(CsvRow row) throws LineFault {
        String text = row.text(column);
        return isWhole(text) ? epoch(row, text) : iso(row, text);
    }

    private Instant iso(CsvRow row, String text) throws LineFault {
        expect(row, text, Kind.ISO);
        try {
            Instant time = text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(withT(text)).toInstant();
            if (Math.abs(time.getEpochSecond()) > LAST_MILLIS / 1000) {
                throw malformed(row, text, "is too far away");
            }
            return time;
        } catch (DateTimeException unreadable) {
            throw malformed(row, text, fault(text));
        }
    }

    private Instant epoch(CsvRow row, String text) throws LineFault {
        if (text.length() > 16) {
            throw malformed(row, text, "is too far away; " + EXAMPLE);
        }
        long number = Long.parseLong(text);
        if (looksLikeADate(number)) {
            throw malformed(row, text, "looks like a date; write it like 2013-01-02");
        }
        if (Math.abs(number) > LAST_MILLIS) {
            throw malformed(row, text, "is too far away; " + EXAMPLE);
        }
        boolean millis = Math.abs(number) >= FIRST_MILLIS || (kind == Kind.MILLIS && !isLaterInSeconds(number));
        expect(row, text, millis ? Kind.MILLIS : Kind.SECONDS);
        lastMillis = millis ? number : Math.multiplyExact(number, 1000L);
        return Instant.ofEpochMilli(lastMillis);
    }

    // Milliseconds near 1970 are as small as seconds of today.
    private boolean isLaterInSeconds(long number) {
        return number < lastMillis && number * 1000 >= lastMillis;
    }

    /** {@return whether a file of seconds up to this time could be one of milliseconds near 1970} */
    boolean couldBeMillis(Instant first, Instant second, Timeframe timeframe) {
        long length = timeframe.millis();
        long from = first.getEpochSecond();
        long to = second.getEpochSecond();
        return kind == Kind.SECONDS && to - from >= length && from % length == 0 && to % length == 0;
    }

    private void expect(CsvRow row, String text, Kind found) throws LineFault {
        if (kind == null) {
            kind = found;
        }
        if (kind != found) {
            throw row.fault(
                    DataError.MIXED_TIME,
                    "time " + Problems.quote(text) + " is " + found.label + ", but the lines above have " + kind.label
                            + "; use one kind in a file");
        }
    }

    private static LineFault malformed(CsvRow row, String text, String fault) {
        return row.fault(DataError.MALFORMED_TIME, "time " + Problems.quote(text) + " " + fault);
    }

    private static String fault(String text) {
        if (hasNoZone(text)) {
            return "has no zone; for UTC add Z";
        }
        return text.matches("-?[0-9]+\\.[0-9]+")
                ? "has a fraction; write whole seconds or milliseconds since 1970"
                : "is no time; " + EXAMPLE;
    }

    private static String withT(String text) {
        return text.length() > 10 && text.charAt(10) == ' ' ? text.substring(0, 10) + "T" + text.substring(11) : text;
    }

    private static boolean hasNoZone(String text) {
        return text.matches("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d.{0,16}")
                && !text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)");
    }

    private static boolean looksLikeADate(long number) {
        return number >= 1900_01_01
                && number <= 2100_12_31
                && number / 100 % 100 >= 1
                && number / 100 % 100 <= 12
                && number % 100 >= 1
                && number % 100 <= 31;
    }

    private static boolean isWhole(String text) {
        int from = text.startsWith("-") ? 1 : 0;
        return text.length() > from && text.chars().skip(from).allMatch(c -> c >= '0' && c <= '9');
    }
}
