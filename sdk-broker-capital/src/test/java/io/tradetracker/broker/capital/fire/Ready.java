package io.tradetracker.broker.capital.fire;

import io.tradetracker.api.order.BrokerOrderId;
import io.tradetracker.api.order.BrokerPositionId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was made before the thing itself is asked for. */
record Ready(@Nullable BrokerOrderId order, @Nullable BrokerPositionId position) {
    BrokerOrderId requiredOrder() {
        return Objects.requireNonNull(order);
    }

    BrokerPositionId requiredPosition() {
        return Objects.requireNonNull(position);
    }
}
