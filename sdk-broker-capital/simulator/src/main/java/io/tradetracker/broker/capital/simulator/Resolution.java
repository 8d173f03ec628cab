package io.tradetracker.broker.capital.simulator;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;

/** How long a bar is. */
public enum Resolution {
    /** One minute. */
    MINUTE(Duration.ofMinutes(1)),
    /** Five minutes. */
    MINUTE_5(Duration.ofMinutes(5)),
    /** A quarter of an hour. */
    MINUTE_15(Duration.ofMinutes(15)),
    /** Half an hour. */
    MINUTE_30(Duration.ofMinutes(30)),
    /** One hour. */
    HOUR(Duration.ofHours(1)),
    /** Four hours, from midnight UTC on. */
    HOUR_4(Duration.ofHours(4)),
    /** A day, from midnight UTC on. */
    DAY(Duration.ofDays(1)),
    /** A week, from Monday midnight UTC on. */
    WEEK(Duration.ofDays(7));

    private final Duration length;

    Resolution(Duration length) {
        this.length = length;
    }

    /** {@return its length} */
    public Duration length() {
        return length;
    }

    /** {@return when the bar that contains a moment opened} */
    Instant open(Instant time) {
        if (this == WEEK) {
            LocalDate day = time.atOffset(ZoneOffset.UTC).toLocalDate();
            return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant();
        }
        long seconds = length.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), seconds) * seconds);
    }
}
