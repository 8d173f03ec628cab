package io.tradetracker.core.risk;

import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.order.OrderSide;

/**
 * An order that is about to be made. Immutable.
 *
 * @param instrument what is traded
 * @param side bought or sold
 * @param quantity units in all, zero or more
 * @param price what one unit is worth at about the price of the order, in the account's currency
 * @param opens how many of the units open or enlarge a position; the others close one
 */
public record ProposedOrder(InstrumentId instrument, OrderSide side, double quantity, double price, double opens) {
    /** @throws IllegalArgumentException when a number is not finite, or not 0 ≤ opens ≤ quantity */
    public ProposedOrder {
        if (!(quantity >= 0) || Double.isInfinite(quantity) || !(opens >= 0 && opens <= quantity)) {
            throw new IllegalArgumentException("an order of " + quantity + " units that opens " + opens
                    + " must satisfy 0 <= opens <= quantity, both finite");
        }
        if (!Double.isFinite(price)) {
            throw new IllegalArgumentException("the price " + price + " of an order must be finite");
        }
    }

    /** {@return how many of the units close a position} */
    public double closes() {
        return quantity - opens;
    }
}
