package io.tradetracker.core.simulation;

import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.strategy.PositionSize;

/** Works out how many units an entry takes. Used by one thread. */
final class Sizing {
    // an account that can pay but for what binary fractions lost can pay
    private static final double TOLERANCE = 1e-12;

    private final Instrument instrument;
    private final double multiplier;
    private final double maxQuantity;
    private final Commission commission;
    private double lastWanted = Double.NaN;
    private double lastRounded = Double.NaN;

    Sizing(Instrument instrument, Commission commission) {
        this.instrument = instrument;
        this.commission = commission;
        multiplier = instrument.multiplier().doubleValue();
        maxQuantity = instrument.rules().maxQuantity().doubleValue();
    }

    /**
     * What a size is worked out from.
     *
     * @param price what a unit costs
     * @param risk distance to the stop loss; NaN for none
     * @param equity what the account is worth, in the instrument's currency
     * @param cash of it that is free, in the instrument's currency
     * @param rate what a unit of the instrument's currency is worth in the account's
     */
    record Basis(double price, double risk, double equity, double cash, double rate) {}

    /** {@return a multiple of the instrument's quantity step, zero when the account cannot pay for one} */
    double quantity(PositionSize size, Basis basis) {
        return switch (size) {
            case PositionSize.Units units -> onStep(units.quantity());
            case PositionSize.AllCash all -> onStep(affordable(basis));
            case PositionSize.Cash cash ->
                onStep(share(cash.amount() / basis.rate(), Math.abs(basis.price()) * multiplier));
            case PositionSize.PercentOfEquity share ->
                onStep(share(basis.equity() * share.percent() / 100, Math.abs(basis.price()) * multiplier));
            case PositionSize.RiskPercent risk ->
                onStep(share(basis.equity() * risk.percent() / 100, basis.risk() * multiplier));
        };
    }

    /** The largest whole number of units whose value and commission the cash pays. */
    private double affordable(Basis basis) {
        double cash = basis.cash() * (1 + TOLERANCE);
        double value = basis.price() * multiplier;
        double most = Math.min(Math.floor(positive(cash / value)), Math.floor(maxQuantity));
        long low = 0;
        long high = (long) Math.min(most, 1L << 53);
        while (low < high) {
            long middle = low + (high - low + 1) / 2;
            double paid = middle * value;
            if (paid + commission.of(paid, (double) middle) <= cash) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return (double) low;
    }

    private static double share(double amount, double each) {
        double units = positive(amount / each);
        double whole = Math.rint(units);
        return Math.abs(units - whole) <= TOLERANCE * whole ? whole : units;
    }

    private static double positive(double value) {
        return value > 0 && Double.isFinite(value) ? value : 0;
    }

    /** {@return so many units, rounded down to a step} */
    double onStep(double wanted) {
        if (wanted != lastWanted) {
            lastWanted = wanted;
            lastRounded = instrument.rules().roundQuantity(wanted).doubleValue();
        }
        return lastRounded;
    }
}
