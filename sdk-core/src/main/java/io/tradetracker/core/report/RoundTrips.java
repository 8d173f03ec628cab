package io.tradetracker.core.report;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.order.FillReason;
import io.tradetracker.api.order.PositionSide;
import io.tradetracker.core.report.LotTrips.Part;
import io.tradetracker.core.simulation.ChargeLog;
import io.tradetracker.core.simulation.FillLog;
import io.tradetracker.core.simulation.LotLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Puts what was closed together into round trips. */
public final class RoundTrips {
    private final FillLog fills;
    private final List<CandleSeries> candles;
    private final List<RoundTrip> done = new ArrayList<>();

    private RoundTrips(FillLog fills, List<CandleSeries> candles) {
        this.fills = fills;
        this.candles = candles;
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
        RoundTrips trips = new RoundTrips(fills, candles);
        List<Part> parts = LotTrips.of(fills, lots, charges);
        if (method == RoundTripMethod.FIFO) {
            parts.forEach(part -> trips.add(List.of(part)));
        } else {
            trips.group(parts, lots);
        }
        return List.copyOf(trips.done);
    }

    /** A position lasts until nothing is left of what was opened on its side of its instrument. */
    private void group(List<Part> parts, LotLog lots) {
        double[] closed = new double[fills.size()];
        for (int i = 0; i < lots.size(); i++) {
            closed[lots.exitFill(i)] += lots.quantity(i);
        }
        for (int instrument = 0; instrument < fills.instruments().size(); instrument++) {
            for (double side = 1; side >= -1; side -= 2) {
                groupSide(partsOf(parts, instrument, side), instrument, side, closed);
            }
        }
        done.sort((a, b) -> a.exitTime().compareTo(b.exitTime()));
    }

    private List<Part> partsOf(List<Part> parts, int instrument, double side) {
        return parts.stream()
                .filter(part -> fills.instrument(part.entryFill()) == instrument
                        && Math.signum(fills.signedQuantity(part.entryFill())) == side)
                .toList();
    }

    private void groupSide(List<Part> parts, int instrument, double side, double[] closed) {
        List<Part> position = new ArrayList<>();
        double open = 0;
        int next = 0;
        for (int fill = 0; fill < fills.size(); fill++) {
            for (; next < parts.size() && parts.get(next).exitFill() == fill; next++) {
                position.add(parts.get(next));
                open -= parts.get(next).units();
            }
            if (!position.isEmpty()
                    && open <= LotTrips.NOTHING * position.getFirst().units()) {
                add(position);
                position.clear();
                open = 0;
            }
            double units = Math.abs(fills.signedQuantity(fill)) - closed[fill];
            boolean opens = fills.instrument(fill) == instrument
                    && Math.signum(fills.signedQuantity(fill)) == side
                    && units > LotTrips.NOTHING * Math.abs(fills.signedQuantity(fill));
            open += opens ? units : 0;
        }
    }

    private void add(List<Part> parts) {
        Part first = parts.getFirst();
        Part last = parts.getLast();
        double units = parts.stream().mapToDouble(Part::units).sum();
        double gross = parts.stream().mapToDouble(Part::gross).sum();
        double fees = parts.stream().mapToDouble(Part::fees).sum();
        double financing = parts.stream().mapToDouble(Part::financing).sum();
        double invested = parts.stream().mapToDouble(Part::invested).sum();
        double entryPrice = mean(parts, units, true);
        int entry = parts.stream().mapToInt(Part::entryFill).min().orElse(first.entryFill());
        boolean isLong = fills.signedQuantity(entry) > 0;
        Excursion excursion = Excursion.of(
                candles.get(fills.instrument(entry)),
                fills.timeMillis(entry),
                fills.timeMillis(last.exitFill()),
                mean(parts, units, false));
        FillReason exitReason = fills.reason(last.exitFill());
        done.add(new RoundTrip(
                fills.instruments().get(fills.instrument(entry)).id(),
                isLong ? PositionSide.LONG : PositionSide.SHORT,
                units,
                Instant.ofEpochMilli(fills.timeMillis(entry)),
                entryPrice,
                Instant.ofEpochMilli(fills.timeMillis(last.exitFill())),
                mean(parts, units, false),
                gross - fees - financing,
                fees,
                financing,
                100 * (gross - fees - financing) / Math.abs(invested),
                excursion.adversePercent(isLong, entryPrice),
                excursion.favourablePercent(isLong, entryPrice),
                fills.tag(entry),
                exitReason));
    }

    private double mean(List<Part> parts, double units, boolean entry) {
        if (parts.size() == 1) {
            return fills.price(
                    entry ? parts.getFirst().entryFill() : parts.getFirst().exitFill());
        }
        return parts.stream()
                        .mapToDouble(part -> part.units() * fills.price(entry ? part.entryFill() : part.exitFill()))
                        .sum()
                / units;
    }
}
