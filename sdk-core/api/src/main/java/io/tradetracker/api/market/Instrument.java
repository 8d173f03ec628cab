package io.tradetracker.api.market;

import io.tradetracker.api.account.CurrencyCode;

/**
 * What can be traded, with the venue's rules for it. Immutable.
 *
 * @param id its name at the venue
 * @param currency the currency its price is quoted in
 * @param rules steps and limits of prices and quantities
 */
public record Instrument(InstrumentId id, CurrencyCode currency, InstrumentRules rules) {
    /** {@return an instrument quoted in US dollars, with {@link InstrumentRules#FREE} rules} */
    public static Instrument of(String id) {
        return new Instrument(InstrumentId.of(id), CurrencyCode.USD, InstrumentRules.FREE);
    }

    /** {@return a copy with other rules} */
    public Instrument withRules(InstrumentRules newRules) {
        return new Instrument(id, currency, newRules);
    }

    /** {@return a copy quoted in another currency} */
    public Instrument withCurrency(CurrencyCode newCurrency) {
        return new Instrument(id, newCurrency, rules);
    }
}
