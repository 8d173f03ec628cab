package io.tradetracker.api.order;

/** Which way an order trades. There will never be a third. */
public enum OrderSide {
    /** Takes units in. */
    BUY(1),
    /** Gives units away. */
    SELL(-1);

    private final int sign;

    OrderSide(int sign) {
        this.sign = sign;
    }

    /** {@return 1 for BUY, −1 for SELL} */
    public int sign() {
        return sign;
    }

    /** {@return the other side} */
    public OrderSide opposite() {
        return this == BUY ? SELL : BUY;
    }
}
