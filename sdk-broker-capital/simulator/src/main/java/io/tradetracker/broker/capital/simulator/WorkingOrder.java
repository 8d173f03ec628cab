package io.tradetracker.broker.capital.simulator;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order that waits for its price.
 *
 * @param dealId its name
 * @param market where it waits
 * @param direction BUY or SELL
 * @param type LIMIT or STOP
 * @param size units
 * @param created when it was placed
 * @param terms what a PUT replaces
 */
record WorkingOrder(
        String dealId, Market market, Direction direction, Type type, BigDecimal size, Instant created, Terms terms) {

    /** What it waits for. */
    enum Type {
        /** A price at least as good as its level. */
        LIMIT,
        /** A price at least as bad as its level. */
        STOP
    }

    /**
     * What can be changed of an order.
     *
     * @param level price it waits for
     * @param goodTill when it expires, or null for never
     * @param protection of what it opens
     */
    record Terms(BigDecimal level, @Nullable Instant goodTill, Protection protection) {}

    WorkingOrder with(Terms other) {
        return new WorkingOrder(dealId, market, direction, type, size, created, other);
    }

    boolean isReached() {
        int above = market.opening(direction).compareTo(terms.level) * direction.sign();
        return type == Type.LIMIT ? above <= 0 : above >= 0;
    }
}
