package io.tradetracker.api.market;

/**
 * Which price a candle is made of.
 *
 * <p>An open set: a later version may know more, so compare with {@code equals} and keep a branch for the unknown.
 * Immutable.
 *
 * @param name stable, upper case
 */
public record PriceSide(String name) {
    /** What was traded at. */
    public static final PriceSide LAST = new PriceSide("LAST");

    /** What a seller gets. */
    public static final PriceSide BID = new PriceSide("BID");

    /** What a buyer pays. */
    public static final PriceSide ASK = new PriceSide("ASK");

    /** Half way between bid and ask. */
    public static final PriceSide MID = new PriceSide("MID");

    /** {@return the name} */
    @Override
    public String toString() {
        return name;
    }
}
