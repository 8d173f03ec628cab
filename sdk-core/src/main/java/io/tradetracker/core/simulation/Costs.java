package io.tradetracker.core.simulation;

/**
 * What trading costs in a simulation. Candles are taken as mid prices: a buyer pays half the spread more, a seller gets
 * half the spread less. Immutable.
 *
 * @param spread ask minus bid, in price
 * @param commission charge for each fill
 * @param slippage how much worse market and stop orders fill
 */
public record Costs(double spread, Commission commission, Slippage slippage) {
    /** Nothing costs anything. */
    public static final Costs NONE = new Costs(0, Commission.NONE, Slippage.NONE);

    /** @throws IllegalArgumentException when the spread is negative or not finite */
    public Costs {
        requireCharge(spread, "spread");
    }

    /** {@return a copy with another spread} */
    public Costs withSpread(double newSpread) {
        return new Costs(newSpread, commission, slippage);
    }

    /** {@return a copy with another commission} */
    public Costs withCommission(Commission newCommission) {
        return new Costs(spread, newCommission, slippage);
    }

    /** {@return a copy with another slippage} */
    public Costs withSlippage(Slippage newSlippage) {
        return new Costs(spread, commission, newSlippage);
    }

    static void requireCharge(double value, String name) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " " + value + " must be zero or above and finite");
        }
    }

    static double number(String term, String name, String whole) {
        try {
            return Double.parseDouble(term.strip());
        } catch (NumberFormatException unreadable) {
            throw new IllegalArgumentException(
                    name + " '" + whole + "' must be an amount such as 0.5, or a share such as 0.1%", unreadable);
        }
    }
}
