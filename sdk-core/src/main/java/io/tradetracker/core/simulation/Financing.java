package io.tradetracker.core.simulation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What holding a position over night costs. A negative rate is paid to the holder. Immutable.
 *
 * @param longPercent a year, of the value of a long position
 * @param shortPercent a year, of the value of a short position
 * @param rollover the time of day, UTC, at which it is charged
 * @param tripleDay the day on which three days are charged, for the weekend to come, and nothing on Saturday and
 *     Sunday; null when every calendar day is charged alike
 * @param daysPerYear 365 or 360
 */
public record Financing(
        double longPercent,
        double shortPercent,
        LocalTime rollover,
        @Nullable DayOfWeek tripleDay,
        int daysPerYear) {
    /** Nothing. */
    public static final Financing NONE = new Financing(0, 0, LocalTime.MIDNIGHT, null, 365);

    private static final long DAY_MILLIS = 86_400_000L;

    /** @throws IllegalArgumentException when a rate is not finite or a year has not 1 to 366 days */
    public Financing {
        if (!Double.isFinite(longPercent) || !Double.isFinite(shortPercent)) {
            throw new IllegalArgumentException("financing " + longPercent + " and " + shortPercent + " must be finite");
        }
        if (daysPerYear < 1 || daysPerYear > 366) {
            throw new IllegalArgumentException("financing days a year " + daysPerYear + " must be 1 to 366");
        }
    }

    /** {@return both rates, charged each calendar day at midnight UTC} */
    public static Financing daily(double longPercent, double shortPercent) {
        return new Financing(longPercent, shortPercent, LocalTime.MIDNIGHT, null, 365);
    }

    /**
     * Reads {@code LONG%/SHORT%}, then, if wanted, {@code @HH:mm} and {@code triple=WEDNESDAY}, as in
     * {@code 5%/-2%@22:00 triple=WEDNESDAY}.
     *
     * @throws IllegalArgumentException when the text is not like that
     */
    public static Financing parse(String text) {
        String[] words = text.strip().split("\\s+", -1);
        String[] parts = words[0].split("@", 2);
        String[] rates = parts[0].split("/", -1);
        try {
            if (rates.length != 2 || words.length > 2) {
                throw new IllegalArgumentException("two rates and at most one more word");
            }
            return new Financing(
                    rate(rates[0]),
                    rate(rates[1]),
                    parts.length == 1 ? LocalTime.MIDNIGHT : LocalTime.parse(parts[1]),
                    words.length == 1 ? null : tripleDay(words[1]),
                    365);
        } catch (RuntimeException unreadable) {
            throw new IllegalArgumentException(
                    "financing '" + text + "' must be LONG%/SHORT% a year, such as 5%/-2% or"
                            + " 5%/-2%@22:00 triple=WEDNESDAY",
                    unreadable);
        }
    }

    private static double rate(String text) {
        if (!text.endsWith("%")) {
            throw new IllegalArgumentException("a rate ends in %");
        }
        return Double.parseDouble(text.substring(0, text.length() - 1));
    }

    private static DayOfWeek tripleDay(String word) {
        if (!word.startsWith("triple=")) {
            throw new IllegalArgumentException("triple=DAY");
        }
        return DayOfWeek.valueOf(word.substring("triple=".length()).toUpperCase(Locale.ROOT));
    }

    /** {@return the inverse of {@link #parse}} */
    @Override
    public String toString() {
        return Words.plain(longPercent) + "%/" + Words.plain(shortPercent) + "%@" + rollover
                + (tripleDay == null ? "" : " triple=" + tripleDay);
    }

    boolean isNone() {
        return longPercent == 0 && shortPercent == 0;
    }

    /** {@return how many days are charged after the first moment, up to and with the second} */
    int daysBetween(long afterMillis, long untilMillis) {
        long offset = rollover.toNanoOfDay() / 1_000_000;
        long first = Math.floorDiv(afterMillis - offset, DAY_MILLIS) + 1;
        long last = Math.floorDiv(untilMillis - offset, DAY_MILLIS);
        int days = 0;
        for (long day = first; day <= last; day++) {
            days += tripleDay == null ? 1 : weight(LocalDate.ofEpochDay(day).getDayOfWeek());
        }
        return days;
    }

    /** {@return the first moment after this one at which a day is charged, or may be} */
    long nextAfter(long millis) {
        long offset = rollover.toNanoOfDay() / 1_000_000;
        return (Math.floorDiv(millis - offset, DAY_MILLIS) + 1) * DAY_MILLIS + offset;
    }

    private int weight(DayOfWeek day) {
        if (day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY) {
            return 0;
        }
        return day == tripleDay ? 3 : 1;
    }

    /** {@return the cost of so many days, in the currency of the value; negative when it is paid to the holder} */
    double cost(boolean isLong, double value, int days) {
        return Math.abs(value) * (isLong ? longPercent : shortPercent) / 100 / daysPerYear * days;
    }
}
