package io.tradetracker.core.simulation;

/**
 * A charge of up to three parts and a minimum. Immutable.
 *
 * @param percent of the fill's value
 * @param perFill a fixed amount
 * @param perUnit for each unit
 * @param minimum of all together
 */
record StandardCommission(double percent, double perFill, double perUnit, double minimum) implements Commission {
    StandardCommission {
        Words.requireCharge(percent, "commission percent");
        Words.requireCharge(perFill, "commission per fill");
        Words.requireCharge(perUnit, "commission per unit");
        Words.requireCharge(minimum, "minimum commission");
    }

    static Commission parse(String text) {
        int at = text.indexOf("min");
        double minimum = at < 0 ? 0 : Words.number(text.substring(at + 3), "commission", text);
        double percent = 0;
        double perFill = 0;
        double perUnit = 0;
        for (String part : (at < 0 ? text : text.substring(0, at)).split("\\+", -1)) {
            String term = part.strip();
            if (term.endsWith("%")) {
                percent += Words.number(term.substring(0, term.length() - 1), "commission", text);
            } else if (term.endsWith("/unit")) {
                perUnit += Words.number(term.substring(0, term.length() - 5), "commission", text);
            } else {
                perFill += Words.number(term, "commission", text);
            }
        }
        return new StandardCommission(percent, perFill, perUnit, minimum);
    }

    @Override
    public double of(double value, double units) {
        return Math.max(minimum, value * percent / 100 + perFill + perUnit * units);
    }

    @Override
    public Commission atLeast(double newMinimum) {
        return new StandardCommission(percent, perFill, perUnit, Math.max(minimum, newMinimum));
    }

    /** {@return the inverse of {@link #parse}} */
    @Override
    public String toString() {
        String parts = Words.join(
                percent == 0 ? "" : Words.plain(percent) + "%",
                perFill == 0 ? "" : Words.plain(perFill),
                perUnit == 0 ? "" : Words.plain(perUnit) + "/unit");
        return minimum == 0 ? parts : parts + " min " + Words.plain(minimum);
    }
}
