package io.tradetracker.api.market;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The length of a candle. Buckets are aligned to 1970-01-01T00:00Z, weeks to Monday 1970-01-05T00:00Z. Immutable.
 *
 * @param duration a whole number of milliseconds above zero, at most 100 years
 */
public record Timeframe(Duration duration) implements Comparable<Timeframe> {
    private static final Duration LONGEST = Duration.ofDays(36_525);

    /** One minute. */
    public static final Timeframe M1 = ofMinutes(1);
    /** Five minutes. */
    public static final Timeframe M5 = ofMinutes(5);
    /** Fifteen minutes. */
    public static final Timeframe M15 = ofMinutes(15);
    /** Thirty minutes. */
    public static final Timeframe M30 = ofMinutes(30);
    /** One hour. */
    public static final Timeframe H1 = ofMinutes(60);
    /** Four hours. */
    public static final Timeframe H4 = ofMinutes(240);
    /** One day. */
    public static final Timeframe D1 = ofMinutes(1440);
    /** One week. */
    public static final Timeframe W1 = ofMinutes(7 * 1440);

    private static final Pattern TEXT = Pattern.compile("(ms|[smhdw])[0-9]{1,13}|[0-9]{1,13}(ms|[smhdw])");
    private static final Pattern MONTHS = Pattern.compile("[0-9]+M");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern LETTERS = Pattern.compile("[a-z]+");
    private static final long WEEK_MILLIS = 7 * 86_400_000L;
    private static final long FIRST_MONDAY_MILLIS = 4 * 86_400_000L;

    /** @throws IllegalArgumentException when the duration is not a whole number of milliseconds from 1 to 100 years */
    public Timeframe {
        boolean whole = duration.equals(duration.truncatedTo(ChronoUnit.MILLIS));
        if (!whole || duration.isNegative() || duration.isZero() || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "timeframe " + duration + " must be whole milliseconds above zero, at most 100 years");
        }
    }

    /** {@return the timeframe of that length} */
    public static Timeframe of(Duration duration) {
        return new Timeframe(duration);
    }

    /**
     * Reads {@code M5}, {@code 5m}, {@code H4}, {@code 4h}, {@code D1}, {@code 1d}, {@code W1}, {@code 1w},
     * {@code 30s}, {@code 250ms}; case does not matter, but {@code 1M} is refused, because it is a month to many.
     *
     * @param text the inverse of {@link #toString()}, or the number-first form
     * @throws IllegalArgumentException when the text is no timeframe
     */
    public static Timeframe parse(String text) {
        String stripped = text.strip();
        String compact = stripped.toLowerCase(Locale.ROOT);
        if (!TEXT.matcher(compact).matches()) {
            throw unreadable(text);
        }
        if (MONTHS.matcher(stripped).matches()) {
            throw month(text, compact);
        }
        long count = Long.parseLong(LETTERS.matcher(compact).replaceAll(""));
        Duration length = unit(DIGITS.matcher(compact).replaceAll("")).multipliedBy(count);
        if (length.isZero() || length.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("timeframe '" + text + "' must be above zero and at most 100 years");
        }
        return new Timeframe(length);
    }

    /** {@return the length in milliseconds} */
    public long millis() {
        return duration.toMillis();
    }

    /**
     * {@return the open time of the candle that a moment falls into}
     *
     * @param epochMillis a moment, in milliseconds since 1970 UTC
     */
    public long openOf(long epochMillis) {
        long length = millis();
        long origin = length % WEEK_MILLIS == 0 ? FIRST_MONDAY_MILLIS : 0;
        return Math.floorDiv(epochMillis - origin, length) * length + origin;
    }

    /** {@return the open time of the candle that a moment falls into} */
    public Instant openOf(Instant moment) {
        return Instant.ofEpochMilli(openOf(moment.toEpochMilli()));
    }

    /** {@return whether every candle of the other timeframe fits whole into one of this} */
    public boolean isMultipleOf(Timeframe other) {
        return millis() % other.millis() == 0;
    }

    @Override
    public int compareTo(Timeframe other) {
        return duration.compareTo(other.duration);
    }

    /**
     * {@return the unit and count, such as {@code M5}, {@code H4}, {@code D1}, {@code W1}, {@code S30}, {@code MS250}}
     */
    @Override
    public String toString() {
        if (millis() % 1000 != 0) {
            return "MS" + millis();
        }
        long seconds = duration.toSeconds();
        return text(
                seconds,
                604_800,
                "W",
                text(seconds, 86_400, "D", text(seconds, 3_600, "H", text(seconds, 60, "M", "S" + seconds))));
    }

    private static Duration unit(String letters) {
        return switch (letters) {
            case "ms" -> Duration.ofMillis(1);
            case "s" -> Duration.ofSeconds(1);
            case "m" -> Duration.ofMinutes(1);
            case "h" -> Duration.ofHours(1);
            case "d" -> Duration.ofDays(1);
            default -> Duration.ofDays(7);
        };
    }

    private static String text(long seconds, long unit, String letter, String otherwise) {
        return seconds % unit == 0 ? letter + seconds / unit : otherwise;
    }

    private static Timeframe ofMinutes(long minutes) {
        return new Timeframe(Duration.ofMinutes(minutes));
    }

    private static IllegalArgumentException month(String text, String minutes) {
        return new IllegalArgumentException("timeframe '" + text + "' could be months, which have no fixed length; for "
                + "minutes write " + minutes);
    }

    private static IllegalArgumentException unreadable(String text) {
        return new IllegalArgumentException("timeframe '" + text + "' must look like 1m, 5m, 1h, 4h, 1d or 1w");
    }
}
