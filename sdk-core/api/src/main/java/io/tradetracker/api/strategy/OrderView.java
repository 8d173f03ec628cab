package io.tradetracker.api.strategy;

import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.order.OrderType;

/**
 * A waiting order of a strategy. Immutable.
 *
 * @param tag the name the strategy gave it, or one the host made
 * @param side which way
 * @param type how it finds its price
 * @param price its limit or stop price; NaN for a market order
 */
public record OrderView(String tag, OrderSide side, OrderType type, double price) {}
