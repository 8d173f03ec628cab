package io.tradetracker.core.simulation;

/**
 * How much worse than expected market and stop orders fill. Limit orders never fill worse than their price. Immutable.
 *
 * @param percent of the price
 * @param amount in price
 * @param ticks price steps of the instrument
 */
public record Slippage(double percent, double amount, double ticks) {
    /** None. */
    public static final Slippage NONE = new Slippage(0, 0, 0);

    /** @throws IllegalArgumentException when a number is negative or not finite */
    public Slippage {
        Words.requireCharge(percent, "slippage percent");
        Words.requireCharge(amount, "slippage amount");
        Words.requireCharge(ticks, "slippage ticks");
    }

    /** {@return a share of the price, in percent} */
    public static Slippage percent(double percent) {
        return new Slippage(percent, 0, 0);
    }

    /** {@return a fixed distance in price} */
    public static Slippage amount(double amount) {
        return new Slippage(0, amount, 0);
    }

    /** {@return a number of price steps; nothing for an instrument without steps} */
    public static Slippage ticks(double ticks) {
        return new Slippage(0, 0, ticks);
    }

    /**
     * Reads {@code 0.05%}, {@code 2ticks}, a distance in price such as {@code 0.5}, or several joined by {@code +}.
     *
     * @throws IllegalArgumentException when the text is none of these
     */
    public static Slippage parse(String text) {
        double percent = 0;
        double amount = 0;
        double ticks = 0;
        for (String part : text.split("\\+", -1)) {
            String term = part.strip();
            if (term.endsWith("%")) {
                percent += Words.number(term.substring(0, term.length() - 1), "slippage", text);
            } else if (term.endsWith("ticks")) {
                ticks += Words.number(term.substring(0, term.length() - 5), "slippage", text);
            } else {
                amount += Words.number(term, "slippage", text);
            }
        }
        return new Slippage(percent, amount, ticks);
    }

    /** {@return the inverse of {@link #parse}} */
    @Override
    public String toString() {
        return Words.join(
                percent == 0 ? "" : Words.plain(percent) + "%",
                amount == 0 ? "" : Words.plain(amount),
                ticks == 0 ? "" : Words.plain(ticks) + "ticks");
    }

    /**
     * {@return how much worse an order at this price fills}
     *
     * @param tick the instrument's price step
     */
    double of(double price, double tick) {
        return Math.abs(price) * percent / 100 + amount + ticks * tick;
    }
}
