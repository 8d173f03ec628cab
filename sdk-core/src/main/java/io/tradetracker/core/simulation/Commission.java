package io.tradetracker.core.simulation;

/**
 * What a broker charges for a fill, besides the price. Any function will do; those made here can also be written as
 * text, which a bot's configuration needs. Immutable.
 */
@FunctionalInterface
public interface Commission {
    /**
     * {@return the charge for a fill, in the instrument's currency}
     *
     * @param value price times units times the instrument's multiplier, zero or above
     * @param units above zero
     */
    double of(double value, double units);

    /** {@return no charge} */
    static Commission none() {
        return new StandardCommission(0, 0, 0, 0);
    }

    /** {@return a charge of a share of each fill's value, in percent} */
    static Commission percent(double percent) {
        return new StandardCommission(percent, 0, 0, 0);
    }

    /** {@return a fixed charge for each fill} */
    static Commission perFill(double amount) {
        return new StandardCommission(0, amount, 0, 0);
    }

    /** {@return a charge for each unit} */
    static Commission perUnit(double amount) {
        return new StandardCommission(0, 0, amount, 0);
    }

    /** {@return a fixed charge for each fill and a share of its value, in percent} */
    static Commission fixedAndPercent(double amount, double percent) {
        return new StandardCommission(percent, amount, 0, 0);
    }

    /** {@return this charge, but at least so much for each fill} */
    default Commission atLeast(double minimum) {
        Words.requireCharge(minimum, "minimum commission");
        return (value, units) -> Math.max(minimum, of(value, units));
    }

    /**
     * Reads {@code 0.1%} (of the value), {@code 2} (for each fill), {@code 0.01/unit}, several of these joined by
     * {@code +}, and {@code min 1} at the end, as in {@code 0.1%+2 min 5}.
     *
     * @throws IllegalArgumentException when the text is none of these
     */
    static Commission parse(String text) {
        return StandardCommission.parse(text);
    }
}
