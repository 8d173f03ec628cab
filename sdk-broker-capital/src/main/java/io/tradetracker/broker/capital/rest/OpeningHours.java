package io.tradetracker.broker.capital.rest;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;

/**
 * When an instrument is traded, week by week.
 *
 * @param mon hours such as {@code 09:00 - 17:30}; {@code 00:00} as an end is the end of the day
 * @param tue of Tuesday
 * @param wed of Wednesday
 * @param thu of Thursday
 * @param fri of Friday
 * @param sat of Saturday
 * @param sun of Sunday
 * @param zone such as {@code UTC}
 */
public record OpeningHours(
        List<String> mon,
        List<String> tue,
        List<String> wed,
        List<String> thu,
        List<String> fri,
        List<String> sat,
        List<String> sun,
        String zone) {
    private static final Pattern DASH = Pattern.compile("-");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

    /** A day that is missing is closed; a zone that is missing is UTC. */
    public OpeningHours {
        mon = mon == null ? List.of() : List.copyOf(mon);
        tue = tue == null ? List.of() : List.copyOf(tue);
        wed = wed == null ? List.of() : List.copyOf(wed);
        thu = thu == null ? List.of() : List.copyOf(thu);
        fri = fri == null ? List.of() : List.copyOf(fri);
        sat = sat == null ? List.of() : List.copyOf(sat);
        sun = sun == null ? List.of() : List.copyOf(sun);
        zone = zone == null || zone.isBlank() ? "UTC" : zone;
    }

    /**
     * {@return whether it is open at a moment} Hours or a zone that cannot be read count as open, since the status of
     * the market says the rest.
     */
    public boolean isOpen(Instant moment) {
        try {
            LocalDateTime local = LocalDateTime.ofInstant(moment, ZoneId.of(zone));
            return of(local.getDayOfWeek()).stream().anyMatch(hours -> covers(hours, local.toLocalTime()));
        } catch (DateTimeException unreadable) {
            return true;
        }
    }

    private List<String> of(DayOfWeek day) {
        return switch (day) {
            case MONDAY -> mon;
            case TUESDAY -> tue;
            case WEDNESDAY -> wed;
            case THURSDAY -> thu;
            case FRIDAY -> fri;
            case SATURDAY -> sat;
            case SUNDAY -> sun;
        };
    }

    private static boolean covers(String hours, LocalTime time) {
        String[] ends = DASH.split(hours, -1);
        if (ends.length != 2) {
            return true;
        }
        LocalTime from = LocalTime.parse(ends[0].strip(), TIME);
        LocalTime to = LocalTime.parse(ends[1].strip(), TIME);
        return !time.isBefore(from) && (to.equals(LocalTime.MIDNIGHT) || time.isBefore(to));
    }
}
