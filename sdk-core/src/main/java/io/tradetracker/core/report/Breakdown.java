package io.tradetracker.core.report;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A run cut into pieces by time, UTC. Immutable.
 *
 * @param months return of equity in each calendar month, from the last close of the month before, oldest first
 * @param weekdays round trips by the weekday of their entry, Monday first
 * @param hours round trips by the hour of their entry
 */
public record Breakdown(List<Month> months, List<Slice> weekdays, List<Slice> hours) {
    /** Copies the lists. */
    public Breakdown {
        months = List.copyOf(months);
        weekdays = List.copyOf(weekdays);
        hours = List.copyOf(hours);
    }

    /**
     * One calendar month.
     *
     * @param month which
     * @param returnPercent gain on the equity it began with; NaN when that was not above zero
     */
    public record Month(YearMonth month, double returnPercent) {}

    /**
     * Round trips that have something in common.
     *
     * @param label such as {@code MONDAY} or {@code 14:00}
     * @param roundTrips how many
     * @param winRatePercent share of those with a profit
     * @param profit of all together
     */
    public record Slice(String label, int roundTrips, double winRatePercent, double profit) {}

    /**
     * {@return the pieces of a run}
     *
     * @param curve equity
     * @param cash what the account started with
     * @param trips round trips
     */
    public static Breakdown of(EquityCurve curve, double cash, List<RoundTrip> trips) {
        return new Breakdown(
                months(curve, cash),
                slices(
                        trips,
                        time -> time.getDayOfWeek().getValue(),
                        day -> DayOfWeek.of(day).name()),
                slices(trips, ZonedDateTime::getHour, hour -> String.format(Locale.ROOT, "%02d:00", hour)));
    }

    private static List<Month> months(EquityCurve curve, double cash) {
        List<Month> months = new ArrayList<>();
        double before = cash;
        YearMonth month = monthOf(curve, 0);
        for (int i = 0; i < curve.size(); i++) {
            YearMonth next = i + 1 < curve.size() ? monthOf(curve, i + 1) : month.plusMonths(1);
            if (!next.equals(month)) {
                // a share of nothing, or of a debt, means nothing
                months.add(new Month(month, before > 0 ? 100 * (curve.equity(i) / before - 1) : Double.NaN));
                before = curve.equity(i);
                month = next;
            }
        }
        return months;
    }

    private static YearMonth monthOf(EquityCurve curve, int i) {
        return YearMonth.from(utc(curve.time(i)));
    }

    private static ZonedDateTime utc(Instant time) {
        return time.atZone(ZoneOffset.UTC);
    }

    private static List<Slice> slices(
            List<RoundTrip> trips, Function<ZonedDateTime, Integer> key, Function<Integer, String> label) {
        Map<Integer, List<RoundTrip>> groups = new TreeMap<>();
        for (RoundTrip trip : trips) {
            groups.computeIfAbsent(key.apply(utc(trip.entryTime())), k -> new ArrayList<>())
                    .add(trip);
        }
        List<Slice> slices = new ArrayList<>();
        groups.forEach((k, group) -> {
            long wins = group.stream().filter(trip -> trip.profit() > 0).count();
            double profit = group.stream().mapToDouble(RoundTrip::profit).sum();
            slices.add(new Slice(label.apply(k), group.size(), 100.0 * wins / group.size(), profit));
        });
        return slices;
    }
}
