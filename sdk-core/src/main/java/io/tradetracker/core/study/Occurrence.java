package io.tradetracker.core.study;

/**
 * A pattern that was found, as far as a study needs it. Immutable.
 *
 * @param knownAt the candle of the series with whose close it was known, from 0
 * @param direction 1 when prices are expected to rise, −1 when to fall, 0 while it may break either way
 * @param confirmation the price beyond which a close, in the direction, confirms it; NaN when it needs none
 * @param invalidation the price beyond which, against the direction, it has failed
 * @param target the price that is expected to be reached
 */
public record Occurrence(int knownAt, int direction, double confirmation, double invalidation, double target) {
    /** @throws IllegalArgumentException when the direction is none of −1, 0 and 1 */
    public Occurrence {
        if (direction < -1 || direction > 1) {
            throw new IllegalArgumentException("direction " + direction + " must be -1, 0 or 1");
        }
    }

    /**
     * {@return what it is once it broke that way} One with a direction stays as it is. The levels of one without are
     * those of a break upwards; broken downwards its confirmation and invalidation change places and its target lies as
     * far below.
     *
     * @param way 1 upwards, −1 downwards
     */
    Occurrence broken(int way) {
        if (direction != 0) {
            return this;
        }
        return way > 0
                ? new Occurrence(knownAt, 1, confirmation, invalidation, target)
                : new Occurrence(knownAt, -1, invalidation, confirmation, invalidation - (target - confirmation));
    }
}
