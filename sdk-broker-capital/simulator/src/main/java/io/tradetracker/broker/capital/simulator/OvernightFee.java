package io.tradetracker.broker.capital.simulator;

import java.math.BigDecimal;
import java.time.LocalTime;

/**
 * What holding a position over night costs or earns, charged once a day.
 *
 * @param longRate percent of a long position's value added to the cash; negative when it costs
 * @param shortRate the same for short positions
 * @param time when it is charged, UTC
 */
public record OvernightFee(BigDecimal longRate, BigDecimal shortRate, LocalTime time) {
    BigDecimal rate(Direction direction) {
        return direction == Direction.BUY ? longRate : shortRate;
    }
}
