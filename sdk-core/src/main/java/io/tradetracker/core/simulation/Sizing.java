package io.tradetracker.core.simulation;

import io.tradetracker.api.market.InstrumentRules;
import io.tradetracker.api.strategy.PositionSize;

/** Works out how many units an entry takes, at the price it fills at. */
final class Sizing {
    private final InstrumentRules rules;
    private final Commission commission;
    private double lastWanted = Double.NaN;
    private double lastRounded = Double.NaN;

    Sizing(InstrumentRules rules, Commission commission) {
        this.rules = rules;
        this.commission = commission;
    }

    /**
     * Works out the units.
     *
     * @param price what a unit fills at
     * @param stopLoss price of the protective stop; NaN for none
     * @param equity what the account is worth at that price, also its cash once an opposite position is closed
     * @return a multiple of the instrument's quantity step, zero when the account cannot pay for one
     */
    double quantity(PositionSize size, double price, double stopLoss, double equity) {
        return switch (size) {
            case PositionSize.Units units -> onStep(units.quantity());
            case PositionSize.AllCash all -> onStep(affordable(price, equity));
            case PositionSize.PercentOfEquity share ->
                onStep(positive(equity * share.percent() / 100 / Math.abs(price)));
            case PositionSize.RiskPercent risk ->
                onStep(positive(equity * risk.percent() / 100 / Math.abs(price - stopLoss)));
        };
    }

    /** The largest whole number of units whose value and commission the cash pays. */
    private double affordable(double price, double cash) {
        double low = 0;
        double high = Math.floor(positive(cash / price));
        while (low < high) {
            double middle = Math.ceil((low + high) / 2);
            if (middle * price + commission.of(price, middle) <= cash) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private static double positive(double value) {
        return value > 0 && Double.isFinite(value) ? value : 0;
    }

    private double onStep(double wanted) {
        if (wanted != lastWanted) {
            lastWanted = wanted;
            lastRounded = rules.roundQuantity(wanted).doubleValue();
        }
        return lastRounded;
    }
}
