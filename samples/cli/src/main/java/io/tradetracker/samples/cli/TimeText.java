package io.tradetracker.samples.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import picocli.CommandLine.TypeConversionException;

/** Reads moments of the command line: a date is its midnight UTC, a time needs a zone. */
final class TimeText {
    private TimeText() {}

    static Instant parse(String text) {
        try {
            return text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException unreadable) {
            throw new TypeConversionException(
                    "'" + text + "' is no time; write a date such as 2024-01-31, or 2024-01-31T10:00:00Z");
        }
    }
}
