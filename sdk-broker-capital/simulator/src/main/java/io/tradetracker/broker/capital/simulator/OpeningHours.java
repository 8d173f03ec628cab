package io.tradetracker.broker.capital.simulator;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * When a market is open, the same every week, UTC.
 *
 * @param week spans of each day; a day that is absent is closed
 */
public record OpeningHours(Map<DayOfWeek, List<Span>> week) {
    /** Copies the week. */
    public OpeningHours {
        week = Map.copyOf(week);
    }

    /**
     * Open from one time to another of a day.
     *
     * @param from first moment
     * @param to first moment after it; midnight is the end of the day
     */
    public record Span(LocalTime from, LocalTime to) {
        /**
         * Reads a span as the service writes it.
         *
         * @param text such as "22:00 - 00:00"
         * @return the span
         */
        public static Span parse(String text) {
            int dash = text.indexOf(" - ");
            if (dash < 0) {
                throw new IllegalArgumentException("opening hours read like \"22:00 - 00:00\", not \"" + text + "\"");
            }
            return new Span(LocalTime.parse(text.substring(0, dash)), LocalTime.parse(text.substring(dash + 3)));
        }

        boolean contains(LocalTime time) {
            return !time.isBefore(from) && (to.equals(LocalTime.MIDNIGHT) || time.isBefore(to));
        }

        String text() {
            return from + " - " + to;
        }
    }

    /** {@return open at all times} */
    public static OpeningHours always() {
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, List.of(Span.parse("00:00 - 00:00")));
        }
        return new OpeningHours(week);
    }

    /**
     * From Sunday evening to Friday evening with a break each day.
     *
     * @param closes when the break begins, such as "21:00"
     * @param opens when it ends
     * @return the hours
     */
    public static OpeningHours weekdays(String closes, String opens) {
        Span morning = Span.parse("00:00 - " + closes);
        Span evening = Span.parse(opens + " - 00:00");
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, List.of(morning, evening));
        }
        week.put(DayOfWeek.FRIDAY, List.of(morning));
        week.put(DayOfWeek.SUNDAY, List.of(evening));
        week.remove(DayOfWeek.SATURDAY);
        return new OpeningHours(week);
    }

    /**
     * Says whether a market with these hours is open.
     *
     * @param time the moment
     * @return whether it is open then
     */
    public boolean isOpen(Instant time) {
        OffsetDateTime utc = time.atOffset(ZoneOffset.UTC);
        return of(utc.getDayOfWeek()).stream().anyMatch(span -> span.contains(utc.toLocalTime()));
    }

    List<Span> of(DayOfWeek day) {
        return week.getOrDefault(day, List.of());
    }
}
