package io.tradetracker.testkit.broker;

import io.tradetracker.api.broker.BrokerCapability;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A venue that nets and can do all the rest. */
final class RichVenueTest extends BrokerContract {
    @Override
    protected BrokerStage open() {
        return new VenueStage(
                Set.of(
                        BrokerCapability.WORKING_ORDERS,
                        BrokerCapability.STOP_LIMIT_ORDERS,
                        BrokerCapability.BRACKETS,
                        BrokerCapability.REDUCE_ONLY,
                        BrokerCapability.PARTIAL_CLOSE,
                        BrokerCapability.CLIENT_ORDER_IDS),
                UnaryOperator.identity());
    }
}
