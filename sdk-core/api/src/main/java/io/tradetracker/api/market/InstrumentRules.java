package io.tradetracker.api.market;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * The steps and limits a venue sets for one instrument, and the only place where {@code double} becomes
 * {@code BigDecimal}. Simulated and real brokers use the same object, so both send the same numbers. Immutable.
 *
 * @param priceStep smallest difference between two prices; zero when a price may be any number
 * @param quantityStep smallest difference between two quantities, above zero
 * @param minQuantity smallest quantity of an order, zero or above
 * @param maxQuantity largest quantity of an order, not below the smallest
 */
public record InstrumentRules(
        BigDecimal priceStep, BigDecimal quantityStep, BigDecimal minQuantity, BigDecimal maxQuantity) {
    private static final double[] POWERS_OF_TEN = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10};
    private static final double EXACT_LIMIT = 1L << 52;
    private static final BigDecimal FINEST = new BigDecimal("0.00000001");

    /** Any price, quantities in steps of 0.00000001 up to 1,000,000,000,000: for data with no known venue. */
    public static final InstrumentRules FREE =
            new InstrumentRules(BigDecimal.ZERO, FINEST, BigDecimal.ZERO, new BigDecimal("1000000000000"));

    /** @throws IllegalArgumentException when a step is negative, the quantity's is zero, or the limits are crossed */
    public InstrumentRules {
        if (priceStep.signum() < 0) {
            throw new IllegalArgumentException("price step " + priceStep + " must not be negative");
        }
        if (quantityStep.signum() <= 0) {
            throw new IllegalArgumentException("quantity step " + quantityStep + " must be above zero");
        }
        if (minQuantity.signum() < 0 || maxQuantity.compareTo(minQuantity) < 0) {
            throw new IllegalArgumentException(
                    "quantity limits " + minQuantity + " to " + maxQuantity + " must satisfy 0 <= min <= max");
        }
    }

    /** {@return rules with these steps, no minimum, and the maximum of {@link #FREE}} */
    public static InstrumentRules of(String priceStep, String quantityStep) {
        return new InstrumentRules(
                new BigDecimal(priceStep), new BigDecimal(quantityStep), BigDecimal.ZERO, FREE.maxQuantity);
    }

    /**
     * Rounds to the nearest price step, a half away from zero.
     *
     * @param price in the instrument's currency, finite
     * @return a multiple of the price step, with the step's scale; without a step, the shortest decimal of the price
     * @throws IllegalArgumentException when the price is NaN or infinite
     */
    public BigDecimal roundPrice(double price) {
        return takesAnyPrice() ? decimal(price) : toStep(price, priceStep, RoundingMode.HALF_UP);
    }

    /**
     * Rounds down to a whole number of quantity steps.
     *
     * @param quantity in units, finite, zero or above
     * @return a multiple of the quantity step, with the step's scale
     * @throws IllegalArgumentException when the quantity is NaN, infinite or negative
     */
    public BigDecimal roundQuantity(double quantity) {
        if (quantity < 0) {
            throw new IllegalArgumentException("quantity " + quantity + " must not be negative");
        }
        return toStep(quantity, quantityStep, RoundingMode.DOWN);
    }

    /**
     * Rounds to the nearest price step and stays in the world of {@code double}, for simulations: the double nearest to
     * what {@link #roundPrice} gives, but for a price exactly half way between two steps, which may go either way.
     *
     * @param price NaN and infinite ones come back as they are
     */
    public double nearestPrice(double price) {
        if (takesAnyPrice() || !Double.isFinite(price)) {
            return price;
        }
        int digits = priceStep.scale();
        if (!priceStep.unscaledValue().equals(BigInteger.ONE) || digits < 0 || digits >= POWERS_OF_TEN.length) {
            return roundPrice(price).doubleValue();
        }
        double steps = price * POWERS_OF_TEN[digits];
        return Math.abs(steps) < EXACT_LIMIT ? Math.rint(steps) / POWERS_OF_TEN[digits] : price;
    }

    /** {@return whether a price may be any number} */
    public boolean takesAnyPrice() {
        return priceStep.signum() == 0;
    }

    private static BigDecimal toStep(double value, BigDecimal step, RoundingMode mode) {
        BigDecimal steps = decimal(value).divide(step, 0, mode);
        return steps.multiply(step);
    }

    /** The shortest decimal that reads back as the same double, so 0.1 is one step of 0.1 and not 0.1000…0055. */
    private static BigDecimal decimal(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("number " + value + " must be finite");
        }
        return BigDecimal.valueOf(value);
    }
}
