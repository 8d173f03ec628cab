package io.tradetracker.core.simulation;

/**
 * How much worse than expected market and stop orders fill. Limit orders never fill worse than their price. Immutable.
 *
 * @param percent of the price
 * @param amount in price
 */
public record Slippage(double percent, double amount) {
    /** None. */
    public static final Slippage NONE = new Slippage(0, 0);

    /** @throws IllegalArgumentException when a number is negative or not finite */
    public Slippage {
        Costs.requireCharge(percent, "slippage percent");
        Costs.requireCharge(amount, "slippage amount");
    }

    /** {@return a share of the price, in percent} */
    public static Slippage percent(double percent) {
        return new Slippage(percent, 0);
    }

    /** {@return a fixed distance in price} */
    public static Slippage amount(double amount) {
        return new Slippage(0, amount);
    }

    /**
     * Reads {@code 0.05%} or a distance in price.
     *
     * @throws IllegalArgumentException when the text is neither
     */
    public static Slippage parse(String text) {
        String term = text.strip();
        return term.endsWith("%")
                ? percent(Costs.number(term.substring(0, term.length() - 1), "slippage", text))
                : amount(Costs.number(term, "slippage", text));
    }

    /** {@return how much worse an order at this price fills} */
    public double of(double price) {
        return Math.abs(price) * percent / 100 + amount;
    }
}
