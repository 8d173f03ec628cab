package io.tradetracker.core.simulation;

import java.math.BigDecimal;

/**
 * What a broker charges for a fill, besides the price. Immutable.
 *
 * @param percent of the fill's value
 * @param perFill a fixed amount, in the instrument's currency
 * @param perUnit for each unit, in the instrument's currency
 */
public record Commission(double percent, double perFill, double perUnit) {
    /** No charge. */
    public static final Commission NONE = new Commission(0, 0, 0);

    /** @throws IllegalArgumentException when a number is negative or not finite */
    public Commission {
        Costs.requireCharge(percent, "commission percent");
        Costs.requireCharge(perFill, "commission per fill");
        Costs.requireCharge(perUnit, "commission per unit");
    }

    /** {@return a charge of a share of each fill's value, in percent} */
    public static Commission percent(double percent) {
        return new Commission(percent, 0, 0);
    }

    /** {@return a fixed charge for each fill} */
    public static Commission perFill(double amount) {
        return new Commission(0, amount, 0);
    }

    /** {@return a charge for each unit} */
    public static Commission perUnit(double amount) {
        return new Commission(0, 0, amount);
    }

    /**
     * Reads {@code 0.1%} (of the value), {@code 2} (per fill), {@code 0.01/unit}, or several joined by {@code +}.
     *
     * @throws IllegalArgumentException when the text is none of these
     */
    public static Commission parse(String text) {
        double percent = 0;
        double perFill = 0;
        double perUnit = 0;
        for (String part : text.split("\\+", -1)) {
            String term = part.strip();
            if (term.endsWith("%")) {
                percent += Costs.number(term.substring(0, term.length() - 1), "commission", text);
            } else if (term.endsWith("/unit")) {
                perUnit += Costs.number(term.substring(0, term.length() - 5), "commission", text);
            } else {
                perFill += Costs.number(term, "commission", text);
            }
        }
        return new Commission(percent, perFill, perUnit);
    }

    /** {@return the charge for a fill} */
    public double of(double price, double quantity) {
        return price * quantity * percent / 100 + perFill + perUnit * quantity;
    }

    /** {@return the inverse of {@link #parse}} */
    @Override
    public String toString() {
        return plain(percent) + "%+" + plain(perFill) + "+" + plain(perUnit) + "/unit";
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
