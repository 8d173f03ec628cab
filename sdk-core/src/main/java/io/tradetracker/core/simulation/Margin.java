package io.tradetracker.core.simulation;

/**
 * How much of a position's value an account must have, and what happens when it has not. Immutable.
 *
 * @param leverage value of positions for each unit of equity; infinite when nothing is asked for
 * @param callPercent equity below this share of the margin in use, in percent, is a margin call: it is told of
 * @param closeOutPercent equity below this share of the margin in use, in percent, closes all positions
 */
public record Margin(double leverage, double callPercent, double closeOutPercent) {
    /** No margin: any position can be carried. The default. */
    public static final Margin NONE = new Margin(Double.POSITIVE_INFINITY, 100, 50);

    /** @throws IllegalArgumentException unless the leverage is above zero and 0 ≤ close-out ≤ call */
    public Margin {
        if (!(leverage > 0)) {
            throw new IllegalArgumentException("leverage " + leverage + " must be above zero, such as 1 or 30");
        }
        if (!(closeOutPercent >= 0 && callPercent >= closeOutPercent)) {
            throw new IllegalArgumentException("margin call at " + callPercent + " % and close-out at "
                    + closeOutPercent + " % must satisfy 0 <= close-out <= call");
        }
    }

    /** {@return margin of this leverage, with a call at 100 % and a close-out at 50 %} */
    public static Margin leverage(double leverage) {
        return new Margin(leverage, 100, 50);
    }

    boolean isAskedFor() {
        return !Double.isInfinite(leverage);
    }

    /** {@return what a position of this value needs} */
    double of(double value) {
        return Math.abs(value) / leverage;
    }
}
