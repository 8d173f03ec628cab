package io.tradetracker.api.strategy;

import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.order.OrderSide;

/**
 * A waiting order of a strategy. Immutable.
 *
 * @param instrument of what
 * @param tag the name the strategy gave it, or one the host made
 * @param side which way
 * @param exit whether it closes; else it opens or may open
 * @param terms how it finds its price and how long it waits
 * @param protection of what it would open
 */
public record OrderView(
        InstrumentId instrument, String tag, OrderSide side, boolean exit, OrderTerms terms, Protection protection) {}
