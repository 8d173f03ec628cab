package io.tradetracker.core.report;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.core.report.LotTrips.Part;
import io.tradetracker.core.simulation.ChargeLog;
import io.tradetracker.core.simulation.FillLog;
import io.tradetracker.core.simulation.LotLog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts what was closed together into round trips. */
public final class RoundTrips {
    private final FillLog fills;
    private final CandleFinder[] candles;

    private RoundTrips(FillLog fills, List<CandleSeries> candles) {
        this.fills = fills;
        this.candles = candles.stream().map(CandleFinder::new).toArray(CandleFinder[]::new);
    }

    /**
     * {@return the closed round trips of a run, in the order of closing; what is still open makes none}
     *
     * @param method what counts as one
     * @param fills of the run
     * @param lots what closed what
     * @param charges what holding cost
     * @param candles of each instrument, for excursions
     */
    public static List<RoundTrip> of(
            RoundTripMethod method, FillLog fills, LotLog lots, ChargeLog charges, List<CandleSeries> candles) {
        return of(method, fills, lots, charges, new RoundTrips(fills, candles));
    }

    /** {@return the same without excursions, which are NaN} */
    public static List<RoundTrip> withoutExcursions(
            RoundTripMethod method, FillLog fills, LotLog lots, ChargeLog charges) {
        return of(method, fills, lots, charges, new RoundTrips(fills, List.of()));
    }

    private static List<RoundTrip> of(
            RoundTripMethod method, FillLog fills, LotLog lots, ChargeLog charges, RoundTrips trips) {
        List<Part> parts = LotTrips.of(fills, lots, charges);
        return List.of(method == RoundTripMethod.FIFO ? trips.each(parts) : trips.flatToFlat(parts));
    }

    private RoundTrip[] each(List<Part> parts) {
        RoundTrip[] trips = new RoundTrip[parts.size()];
        ClosedParts closed = new ClosedParts(fills);
        for (int i = 0; i < trips.length; i++) {
            closed.add(parts.get(i));
            trips[i] = closed.takeTrip(candlesOf(parts.get(i).entryFill()));
        }
        return trips;
    }

    private RoundTrip[] flatToFlat(List<Part> parts) {
        Side[] sides = new Side[2 * fills.instruments().size()];
        Arrays.setAll(sides, i -> new Side(fills));
        int next = 0;
        for (int fill = 0; fill < fills.size(); fill++) {
            int first = next;
            double closed = 0;
            for (; next < parts.size() && parts.get(next).exitFill() == fill; next++) {
                closed += parts.get(next).units();
                sides[sideOf(parts.get(next).entryFill())].close(parts.get(next));
            }
            if (next > first) {
                sides[sideOf(parts.get(first).entryFill())].endIfFlat(candlesOf(fill));
            }
            double units = Math.abs(fills.signedQuantity(fill));
            if (units - closed > LotTrips.NOTHING * units) {
                sides[sideOf(fill)].open += units - closed;
            }
        }
        return inOrder(sides);
    }

    /** {@return where positions are kept that this fill would open: first long, then short of each instrument} */
    private int sideOf(int fill) {
        return 2 * fills.instrument(fill) + (fills.signedQuantity(fill) > 0 ? 0 : 1);
    }

    private @Nullable CandleFinder candlesOf(int fill) {
        return candles.length == 0 ? null : candles[fills.instrument(fill)];
    }

    private static RoundTrip[] inOrder(Side[] sides) {
        List<RoundTrip> trips = new ArrayList<>();
        int used = 0;
        for (Side side : sides) {
            trips.addAll(side.trips);
            used += side.trips.isEmpty() ? 0 : 1;
        }
        if (used > 1) {
            trips.sort(Comparator.comparing(RoundTrip::exitTime));
        }
        return trips.toArray(RoundTrip[]::new);
    }

    /** One side of one instrument. A position lasts until nothing is left of what was opened there. */
    private static final class Side {
        private final ClosedParts closed;
        private final List<RoundTrip> trips = new ArrayList<>();
        private double open;

        Side(FillLog fills) {
            closed = new ClosedParts(fills);
        }

        void close(Part part) {
            closed.add(part);
            open -= part.units();
        }

        void endIfFlat(@Nullable CandleFinder candles) {
            if (closed.areAll(open)) {
                trips.add(closed.takeTrip(candles));
                open = 0;
            }
        }
    }
}
