package io.tradetracker.broker.capital.simulator;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Prices at one moment.
 *
 * @param time the moment
 * @param bid what sellers get
 * @param ask what buyers pay
 */
public record Quote(Instant time, BigDecimal bid, BigDecimal ask) {
    /** Checks the prices. */
    public Quote {
        if (bid.signum() <= 0 || ask.compareTo(bid) < 0) {
            throw new IllegalArgumentException(
                    "a quote needs 0 < bid <= ask, not bid " + bid + " and ask " + ask + " at " + time);
        }
    }

    /** {@return what a deal of this direction is done at} */
    BigDecimal opening(Direction direction) {
        return direction == Direction.BUY ? ask : bid;
    }

    /** {@return what a position of this direction is closed at} */
    BigDecimal closing(Direction direction) {
        return opening(direction.opposite());
    }
}
