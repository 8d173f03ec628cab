package io.tradetracker.core.gateway;

import io.tradetracker.api.market.InstrumentId;

/**
 * Says what a unit is worth, for the limit of exposure. Called by threads that place orders; must not block for long.
 */
@FunctionalInterface
public interface UnitValues {
    /** Nothing is known: entries are declined when exposure is limited. */
    UnitValues UNKNOWN = instrument -> Double.NaN;

    /** {@return what one unit is worth now, in the account's currency; NaN when that is not known} */
    double valueOf(InstrumentId instrument);
}
