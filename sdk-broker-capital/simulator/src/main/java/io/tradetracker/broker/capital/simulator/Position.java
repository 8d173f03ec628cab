package io.tradetracker.broker.capital.simulator;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;

/**
 * What one deal opened and nothing has closed yet.
 *
 * @param dealId its name
 * @param orderId the order that opened it
 * @param market where it is held
 * @param direction BUY is long
 * @param size units that are left
 * @param level price it was opened at
 * @param opened when
 * @param margin leverage and percent of its value that is blocked
 * @param protection prices that close it
 */
record Position(
        String dealId,
        String orderId,
        Market market,
        Direction direction,
        BigDecimal size,
        BigDecimal level,
        Instant opened,
        Margin margin,
        Protection protection) {

    Position withSize(BigDecimal other) {
        return new Position(dealId, orderId, market, direction, other, level, opened, margin, protection);
    }

    Position with(Protection other) {
        return new Position(dealId, orderId, market, direction, size, level, opened, margin, other);
    }

    /** {@return what closing it now would earn, in cents} */
    BigDecimal profit() {
        return profit(size, market.closing(direction));
    }

    BigDecimal profit(BigDecimal units, BigDecimal price) {
        BigDecimal move = price.subtract(level).multiply(BigDecimal.valueOf(direction.sign()));
        return move.multiply(units).setScale(2, RoundingMode.HALF_UP);
    }

    BigDecimal blocked() {
        return margin.of(size, market.closing(direction));
    }

    /**
     * How much of a position's value is blocked.
     *
     * @param leverage the account's choice
     * @param percent of the value
     */
    record Margin(int leverage, BigDecimal percent) {
        BigDecimal of(BigDecimal size, BigDecimal price) {
            return size.multiply(price)
                    .multiply(percent, MathContext.DECIMAL128)
                    .movePointLeft(2)
                    .setScale(2, RoundingMode.HALF_UP);
        }
    }
}
