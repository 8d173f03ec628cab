package io.tradetracker.broker.capital.stream;

import io.tradetracker.broker.capital.rest.Resolution;

/**
 * One side of a candle. Immutable.
 *
 * @param resolution how long
 * @param isBid whether of the bid, else of the ask
 * @param timeMillis when it opened, milliseconds since 1970 UTC
 * @param open first price
 * @param high highest price
 * @param low lowest price
 * @param close last price
 * @param volume number of changes; 0 when the service does not say
 */
public record Bar(
        Resolution resolution,
        boolean isBid,
        long timeMillis,
        double open,
        double high,
        double low,
        double close,
        double volume) {}
