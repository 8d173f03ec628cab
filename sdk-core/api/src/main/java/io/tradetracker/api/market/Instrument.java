package io.tradetracker.api.market;

import io.tradetracker.api.account.CurrencyCode;
import java.math.BigDecimal;

/**
 * What can be traded, with the venue's rules for it. Immutable.
 *
 * @param id its name at the venue
 * @param currency the currency its price is quoted in
 * @param rules steps and limits of prices and quantities
 * @param multiplier what one unit is worth when the price is 1, above zero; 1 but for contracts
 */
public record Instrument(InstrumentId id, CurrencyCode currency, InstrumentRules rules, BigDecimal multiplier) {
    /** @throws IllegalArgumentException when the multiplier is not above zero */
    public Instrument {
        if (multiplier.signum() <= 0) {
            throw new IllegalArgumentException("multiplier " + multiplier + " must be above zero");
        }
    }

    /** {@return an instrument quoted in US dollars, with {@link InstrumentRules#FREE} rules} */
    public static Instrument of(String id) {
        return new Instrument(InstrumentId.of(id), CurrencyCode.USD, InstrumentRules.FREE, BigDecimal.ONE);
    }

    /** {@return a copy with other rules} */
    public Instrument withRules(InstrumentRules newRules) {
        return new Instrument(id, currency, newRules, multiplier);
    }

    /** {@return a copy quoted in another currency} */
    public Instrument withCurrency(CurrencyCode newCurrency) {
        return new Instrument(id, newCurrency, rules, multiplier);
    }

    /**
     * {@return a copy of which one unit is worth this much when the price is 1}
     *
     * @param newMultiplier such as {@code 50}
     * @throws IllegalArgumentException when it is no number above zero
     */
    public Instrument withMultiplier(String newMultiplier) {
        return new Instrument(id, currency, rules, new BigDecimal(newMultiplier));
    }
}
