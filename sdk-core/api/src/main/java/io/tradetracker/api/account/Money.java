package io.tradetracker.api.account;

import java.math.BigDecimal;

/**
 * An exact amount in one currency. Two amounts are equal when currency and numeric value are, whatever the scale.
 * Immutable.
 *
 * @param amount any sign
 * @param currency its currency
 */
public record Money(BigDecimal amount, CurrencyCode currency) {
    private static final int MAX_DIGITS = 40;

    /**
     * Strips trailing zeros so that equal amounts are equal objects.
     *
     * @throws IllegalArgumentException when written out it has more than 40 digits before or after the point
     */
    public Money {
        BigDecimal stripped = amount.stripTrailingZeros();
        if (stripped.scale() > MAX_DIGITS || (long) stripped.precision() - stripped.scale() > MAX_DIGITS) {
            throw new IllegalArgumentException(
                    "amount " + amount + " must have at most 40 digits before and after the point");
        }
        amount = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** {@return that amount, read from a plain decimal} */
    public static Money of(String amount, CurrencyCode currency) {
        return new Money(new BigDecimal(amount), currency);
    }

    /** {@return zero in that currency} */
    public static Money zero(CurrencyCode currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /**
     * {@return the sum}
     *
     * @throws IllegalArgumentException when the currencies differ
     */
    public Money plus(Money other) {
        return new Money(amount.add(sameCurrency(other).amount), currency);
    }

    /**
     * {@return the difference}
     *
     * @throws IllegalArgumentException when the currencies differ
     */
    public Money minus(Money other) {
        return new Money(amount.subtract(sameCurrency(other).amount), currency);
    }

    /** {@return the amount with its sign turned} */
    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot add " + other + " to " + this + ": convert one of them first");
        }
        return other;
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }
}
