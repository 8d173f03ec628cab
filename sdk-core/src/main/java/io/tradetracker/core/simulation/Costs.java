package io.tradetracker.core.simulation;

/**
 * What trading costs in a simulation. Immutable.
 *
 * @param spread ask minus bid around the price of a candle
 * @param commission charge for each fill
 * @param slippage how much worse market and stop orders fill
 * @param financing cost of holding a position over night
 */
public record Costs(Spread spread, Commission commission, Slippage slippage, Financing financing) {
    /** Nothing costs anything. */
    public static final Costs NONE = new Costs(Spread.NONE, Commission.none(), Slippage.NONE, Financing.NONE);

    /** {@return a copy with a fixed spread, in price} */
    public Costs withSpread(double amount) {
        return withSpread(Spread.amount(amount));
    }

    /** {@return a copy with another spread} */
    public Costs withSpread(Spread newSpread) {
        return new Costs(newSpread, commission, slippage, financing);
    }

    /** {@return a copy with another commission} */
    public Costs withCommission(Commission newCommission) {
        return new Costs(spread, newCommission, slippage, financing);
    }

    /** {@return a copy with another slippage} */
    public Costs withSlippage(Slippage newSlippage) {
        return new Costs(spread, commission, newSlippage, financing);
    }

    /** {@return a copy with another financing} */
    public Costs withFinancing(Financing newFinancing) {
        return new Costs(spread, commission, slippage, newFinancing);
    }
}
