package io.tradetracker.charts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A position on a chart: where it was opened and closed, and where its stop and target were. Immutable.
 *
 * @param isLong whether it gains when prices rise
 * @param entry where it was opened
 * @param closing where it was closed; null while it is open
 * @param stops where its stop loss was from when on, in order of time; may be empty
 * @param targets where its take profit was from when on, in order of time; may be empty
 * @param label such as {@code "+12.50"}; may be empty
 */
public record TradeMark(
        boolean isLong,
        Anchor entry,
        @Nullable Anchor closing,
        List<Anchor> stops,
        List<Anchor> targets,
        String label) {
    /**
     * Makes the lists immutable.
     *
     * @throws ChartException when it was closed before it was opened, or a list is not in order of time
     */
    public TradeMark {
        stops = List.copyOf(stops);
        targets = List.copyOf(targets);
        if (closing != null && closing.time().isBefore(entry.time())) {
            throw new ChartException(
                    "a position opened at " + entry.time() + " must not be closed before, at " + closing.time());
        }
        requireOrder("stops", stops);
        requireOrder("targets", targets);
    }

    /** {@return a position with neither stop nor target} */
    public static TradeMark of(boolean isLong, Anchor entry, @Nullable Anchor closing) {
        return new TradeMark(isLong, entry, closing, List.of(), List.of(), "");
    }

    /** {@return where it was closed; empty while it is open} */
    public Optional<Anchor> closed() {
        return Optional.ofNullable(closing);
    }

    /**
     * {@return the price it gained by one unit, below zero for a loss}
     *
     * @param last what the price is now, for one that is open
     */
    public double gain(double last) {
        double end = closing == null ? last : closing.price();
        return isLong ? end - entry.price() : entry.price() - end;
    }

    private static void requireOrder(String what, List<Anchor> anchors) {
        for (int i = 1; i < anchors.size(); i++) {
            Instant before = anchors.get(i - 1).time();
            if (anchors.get(i).time().isBefore(before)) {
                throw new ChartException(what + " of a position must be in order of time, but "
                        + anchors.get(i).time() + " comes after " + before);
            }
        }
    }
}
