package io.tradetracker.charts.axis;

import io.tradetracker.charts.ChartText;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.function.ToDoubleFunction;

/**
 * Labels where a year, month, day or hour begins among columns that have no gaps. The largest beginnings are labelled
 * first, smaller ones where there is room. Immutable.
 */
public final class TimeAxis {
    private static final double APART = 14;
    private static final int[] MINUTES = {720, 360, 180, 60, 30, 15, 10, 5, 1};

    private final ChartText text;
    private final DateTimeFormatter year;
    private final DateTimeFormatter month;
    private final DateTimeFormatter day;
    private final DateTimeFormatter time;

    /** Makes an axis in a zone and language. */
    public TimeAxis(ChartText text) {
        this.text = text;
        year = DateTimeFormatter.ofPattern("yyyy", text.locale()).localizedBy(text.locale());
        month = DateTimeFormatter.ofPattern("LLL", text.locale()).localizedBy(text.locale());
        day = DateTimeFormatter.ofPattern("d", text.locale()).localizedBy(text.locale());
        time = DateTimeFormatter.ofPattern("HH:mm", text.locale()).localizedBy(text.locale());
    }

    /**
     * {@return labelled places from left to right, none touching another or an edge}
     *
     * @param columns how many there are
     * @param timeMillis when each began, milliseconds since 1970 UTC, not falling
     * @param x the middle of each, in pixels, rising
     * @param width how wide a label is, in pixels
     * @param edges left and right: no label goes beyond
     */
    public List<Tick> ticks(
            int columns,
            IntToLongFunction timeMillis,
            IntToDoubleFunction x,
            ToDoubleFunction<String> width,
            ValueRange edges) {
        TreeMap<Double, Placed> placed = new TreeMap<>();
        for (Beginning each : beginnings(columns, timeMillis)) {
            String label = label(each);
            double half = width.applyAsDouble(label) / 2;
            double at = x.applyAsDouble(each.column);
            Map.Entry<Double, Placed> before = placed.floorEntry(at);
            Map.Entry<Double, Placed> after = placed.ceilingEntry(at);
            boolean fits = at - half >= edges.low()
                    && at + half <= edges.high()
                    && (before == null || at - half >= before.getKey() + before.getValue().half + APART)
                    && (after == null || at + half <= after.getKey() - after.getValue().half - APART);
            if (fits) {
                placed.put(at, new Placed(half, label, each.unit()));
            }
        }
        int smallest = placed.values().stream().mapToInt(Placed::unit).min().orElse(0);
        List<Tick> ticks = new ArrayList<>();
        placed.forEach((at, each) -> ticks.add(new Tick(at, each.label, each.unit > smallest)));
        return ticks;
    }

    private record Placed(double half, String label, int unit) {}

    /** A column that begins something; the rank tells how large that is. */
    private record Beginning(int column, int rank, LocalDateTime time) {
        static final int YEAR = 20;
        static final int MONTH = 19;
        static final int WEEK = 18;
        static final int DAY = 17;

        /** {@return what its label tells: 3 for a year, 2 for a month, 1 for a day, 0 for a time} */
        int unit() {
            return rank < DAY ? 0 : Math.max(1, rank - WEEK + 1);
        }
    }

    private List<Beginning> beginnings(int columns, IntToLongFunction timeMillis) {
        List<Beginning> found = new ArrayList<>();
        LocalDateTime before = null;
        for (int i = 0; i < columns; i++) {
            ZonedDateTime now = Instant.ofEpochMilli(timeMillis.applyAsLong(i)).atZone(text.zone());
            LocalDateTime local = now.toLocalDateTime();
            int rank = before == null ? 0 : rank(before, local);
            if (rank > 0) {
                found.add(new Beginning(i, rank, local));
            }
            before = local;
        }
        found.sort(Comparator.comparingInt((Beginning each) -> -each.rank).thenComparingInt(Beginning::column));
        return found;
    }

    private static int rank(LocalDateTime before, LocalDateTime now) {
        if (before.getYear() != now.getYear()) {
            return Beginning.YEAR;
        }
        if (before.getMonthValue() != now.getMonthValue()) {
            return Beginning.MONTH;
        }
        if (before.getDayOfYear() != now.getDayOfYear()) {
            boolean sameWeek =
                    before.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) == now.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            return sameWeek ? Beginning.DAY : Beginning.WEEK;
        }
        int minuteBefore = 60 * before.getHour() + before.getMinute();
        int minute = 60 * now.getHour() + now.getMinute();
        for (int i = 0; i < MINUTES.length; i++) {
            if (minuteBefore / MINUTES[i] != minute / MINUTES[i]) {
                return MINUTES.length - i;
            }
        }
        return 0;
    }

    private String label(Beginning beginning) {
        DateTimeFormatter format = switch (beginning.rank) {
            case Beginning.YEAR -> year;
            case Beginning.MONTH -> month;
            case Beginning.WEEK, Beginning.DAY -> day;
            default -> time;
        };
        return format.format(beginning.time);
    }
}
