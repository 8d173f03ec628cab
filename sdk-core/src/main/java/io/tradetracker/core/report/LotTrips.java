package io.tradetracker.core.report;

import io.tradetracker.core.simulation.ChargeLog;
import io.tradetracker.core.simulation.FillLog;
import io.tradetracker.core.simulation.LotLog;
import java.util.ArrayList;
import java.util.List;

/** What each closed part of an entry made: profit, its share of fees, and of what holding cost. Used by one thread. */
final class LotTrips {
    // what binary fractions leave of a quantity that is gone
    static final double NOTHING = 1e-9;

    private final FillLog fills;
    private final ChargeLog charges;
    private final double[] multipliers;
    private final List<Part> parts;
    private final OpenLots open;
    private int chargesTaken;

    private LotTrips(FillLog fills, LotLog lots, ChargeLog charges) {
        this.fills = fills;
        this.charges = charges;
        multipliers = new double[fills.instruments().size()];
        for (int i = 0; i < multipliers.length; i++) {
            multipliers[i] = fills.instruments().get(i).multiplier().doubleValue();
        }
        parts = new ArrayList<>(lots.size());
        open = new OpenLots(fills);
    }

    /** {@return the closed parts, in the order of closing} */
    static List<Part> of(FillLog fills, LotLog lots, ChargeLog charges) {
        LotTrips trips = new LotTrips(fills, lots, charges);
        int next = 0;
        for (int fill = 0; fill < fills.size(); fill++) {
            trips.charge(fill);
            double closed = 0;
            for (; next < lots.size() && lots.exitFill(next) == fill; next++) {
                trips.close(lots.entryFill(next), fill, lots.quantity(next));
                closed += lots.quantity(next);
            }
            double units = Math.abs(fills.signedQuantity(fill)) - closed;
            if (units > NOTHING * Math.abs(fills.signedQuantity(fill))) {
                trips.open.add(fill, units);
            }
        }
        return trips.parts;
    }

    /** Shares what was charged before this fill among what was open. */
    private void charge(int beforeFill) {
        for (; chargesTaken < charges.size() && charges.fillsBefore(chargesTaken) <= beforeFill; chargesTaken++) {
            open.charge(charges.instrument(chargesTaken), charges.amount(chargesTaken));
        }
    }

    private void close(int entry, int exit, double units) {
        double financing = open.close(entry, units);
        double multiplier = multipliers[fills.instrument(entry)];
        double gross = Math.signum(fills.signedQuantity(entry))
                * (fills.price(exit) - fills.price(entry))
                * units
                * multiplier
                * fills.rate(exit);
        double fees = fee(entry, units) + fee(exit, units);
        double invested = fills.price(entry) * units * multiplier * fills.rate(entry);
        parts.add(new Part(entry, exit, units, gross, fees, financing, invested));
    }

    private double fee(int fill, double units) {
        return fills.fee(fill) * fills.rate(fill) * units / Math.abs(fills.signedQuantity(fill));
    }

    /**
     * A closed part of an entry.
     *
     * @param entryFill what opened it
     * @param exitFill what closed it
     * @param units above zero
     * @param gross profit before fees, in the account's currency
     * @param fees its share of the fees of both fills
     * @param financing its share of what holding cost
     * @param invested value at the entry
     */
    record Part(
            int entryFill, int exitFill, double units, double gross, double fees, double financing, double invested) {}
}
