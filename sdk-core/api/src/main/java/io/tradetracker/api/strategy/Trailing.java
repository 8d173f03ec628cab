package io.tradetracker.api.strategy;

/**
 * At what distance a stop follows the best price since the entry. Immutable.
 *
 * @param amount distance in price; NaN for none
 * @param percent distance as a share of the best price, in percent; NaN for none
 * @param indicator name of an indicator the strategy declared, whose value is the distance; empty for none
 * @param factor what the indicator's value is multiplied by
 * @param after gain on the entry price from which on the stop follows, in price; NaN for at once
 */
public record Trailing(double amount, double percent, String indicator, double factor, double after) {
    /** The stop does not follow. */
    public static final Trailing NONE = new Trailing(Double.NaN, Double.NaN, "", 1, Double.NaN);

    /** @throws IllegalArgumentException when a distance is not above zero and finite */
    public Trailing {
        requireDistance(amount, "trailing distance");
        requireDistance(percent, "trailing percent");
        requireDistance(factor, "trailing factor");
        requireDistance(after, "trailing gain");
    }

    /** {@return a fixed distance in price} */
    public static Trailing by(double amount) {
        return new Trailing(requireNumber(amount, "trailing distance"), Double.NaN, "", 1, Double.NaN);
    }

    /** {@return a share of the best price, in percent} */
    public static Trailing byPercent(double percent) {
        return new Trailing(Double.NaN, requireNumber(percent, "trailing percent"), "", 1, Double.NaN);
    }

    /** {@return a multiple of an indicator, such as an average true range, as it is at each close} */
    public static Trailing byIndicator(String indicator, double factor) {
        return new Trailing(Double.NaN, Double.NaN, indicator, requireNumber(factor, "trailing factor"), Double.NaN);
    }

    /**
     * {@return a copy that follows only once the best price has gained so much on the price of the entry}
     *
     * @param gain in price, above zero; until then there is no stop but a stop loss of its own
     */
    public Trailing after(double gain) {
        return new Trailing(amount, percent, indicator, factor, requireNumber(gain, "trailing gain"));
    }

    /** {@return whether the stop follows} */
    public boolean isSet() {
        return !equals(NONE);
    }

    private static double requireNumber(double value, String name) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException(name + " " + value + " must be above zero and finite");
        }
        return value;
    }

    private static void requireDistance(double value, String name) {
        if (value <= 0 || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " " + value + " must be above zero and finite");
        }
    }
}
