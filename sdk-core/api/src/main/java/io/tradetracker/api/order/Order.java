package io.tradetracker.api.order;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request and what became of it. Immutable.
 *
 * @param request what was asked for
 * @param brokerOrderId the broker's name for it; null until the broker has answered
 * @param status where it stands
 * @param filledQuantity units done so far
 * @param updatedAt when the status became this, UTC
 */
public record Order(
        OrderRequest request,
        @Nullable BrokerOrderId brokerOrderId,
        OrderStatus status,
        BigDecimal filledQuantity,
        Instant updatedAt) {}
