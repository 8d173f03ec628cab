package io.tradetracker.core.candles;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Times of which it is known whether there was a candle: a market was asked for them and has answered. Nothing is known
 * of all other times. Ranges are in order and do not touch. Immutable.
 */
public final class Coverage {
    /** Nothing is known. */
    public static final Coverage NONE = new Coverage(List.of());

    private final List<TimeRange> ranges;

    private Coverage(List<TimeRange> ranges) {
        this.ranges = List.copyOf(ranges);
    }

    /** {@return the times of all these ranges, which may overlap and come in any order} */
    public static Coverage of(List<TimeRange> ranges) {
        List<TimeRange> sorted = new ArrayList<>(ranges);
        sorted.sort((one, other) -> one.from().compareTo(other.from()));
        List<TimeRange> merged = new ArrayList<>();
        for (TimeRange next : sorted) {
            if (merged.isEmpty() || merged.getLast().to().isBefore(next.from())) {
                merged.add(next);
            } else if (merged.getLast().to().isBefore(next.to())) {
                merged.set(merged.size() - 1, new TimeRange(merged.getLast().from(), next.to()));
            }
        }
        return merged.isEmpty() ? NONE : new Coverage(merged);
    }

    /** {@return the ranges, oldest first} */
    public List<TimeRange> ranges() {
        return ranges;
    }

    /** {@return these times and those of one more range} */
    public Coverage plus(TimeRange range) {
        List<TimeRange> all = new ArrayList<>(ranges);
        all.add(range);
        return of(all);
    }

    /** {@return whether every moment of a range is covered} */
    public boolean covers(TimeRange range) {
        return missingIn(range).isEmpty();
    }

    /** {@return the covered parts of a range, oldest first} */
    public List<TimeRange> partsIn(TimeRange range) {
        List<TimeRange> parts = new ArrayList<>();
        for (TimeRange each : ranges) {
            Instant from = later(each.from(), range.from());
            Instant to = each.to().isBefore(range.to()) ? each.to() : range.to();
            if (from.isBefore(to)) {
                parts.add(new TimeRange(from, to));
            }
        }
        return parts;
    }

    /** {@return the parts of a range that are not covered, oldest first} */
    public List<TimeRange> missingIn(TimeRange range) {
        List<TimeRange> missing = new ArrayList<>();
        Instant next = range.from();
        for (TimeRange part : partsIn(range)) {
            if (next.isBefore(part.from())) {
                missing.add(new TimeRange(next, part.from()));
            }
            next = part.to();
        }
        if (next.isBefore(range.to())) {
            missing.add(new TimeRange(next, range.to()));
        }
        return missing;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Coverage that && ranges.equals(that.ranges);
    }

    @Override
    public int hashCode() {
        return ranges.hashCode();
    }

    /** {@return the ranges with commas between; {@code nothing} when there is none} */
    @Override
    public String toString() {
        return ranges.isEmpty()
                ? "nothing"
                : String.join(", ", ranges.stream().map(TimeRange::toString).toList());
    }
}
