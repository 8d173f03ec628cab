package io.tradetracker.api.market;

import java.time.Instant;

/**
 * One trade between others, as the venue printed it on its tape. Immutable.
 *
 * @param instrument what was traded
 * @param time when, UTC; several prints may share one moment
 * @param price what was paid for a unit
 * @param size how many units, zero or above
 * @param id the venue's name for it, by which a repeat is known; empty when it has none
 */
public record Print(InstrumentId instrument, Instant time, double price, double size, String id) {
    /** @throws IllegalArgumentException when a number is not finite or the size is negative */
    public Print {
        if (!Double.isFinite(price) || !Double.isFinite(size) || size < 0) {
            throw new IllegalArgumentException("print at " + time + ": price " + price + ", size " + size);
        }
    }

    /** A print without a name. */
    public Print(InstrumentId instrument, Instant time, double price, double size) {
        this(instrument, time, price, size, "");
    }
}
