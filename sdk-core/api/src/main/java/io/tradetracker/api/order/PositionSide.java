package io.tradetracker.api.order;

/** Which way a position gains. There will never be a third. */
public enum PositionSide {
    /** Gains when the price rises. */
    LONG,
    /** Gains when the price falls. */
    SHORT;

    /** {@return the side of the order that opens such a position} */
    public OrderSide entrySide() {
        return this == LONG ? OrderSide.BUY : OrderSide.SELL;
    }
}
