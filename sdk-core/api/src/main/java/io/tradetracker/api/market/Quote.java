package io.tradetracker.api.market;

import java.time.Instant;

/**
 * What a venue would buy and sell at, at one moment. Immutable.
 *
 * @param instrument what is quoted
 * @param time when, UTC
 * @param bid what a seller gets
 * @param ask what a buyer pays
 */
public record Quote(InstrumentId instrument, Instant time, double bid, double ask) {
    /** @throws IllegalArgumentException when a price is not finite */
    public Quote {
        if (!Double.isFinite(bid) || !Double.isFinite(ask)) {
            throw new IllegalArgumentException(
                    "quote of " + instrument + " at " + time + ": bid " + bid + " and ask " + ask + " must be finite");
        }
    }

    /** {@return the price half way between bid and ask} */
    public double mid() {
        return (bid + ask) / 2;
    }
}
