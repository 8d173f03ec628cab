package io.tradetracker.testkit.broker;

import io.tradetracker.api.broker.BrokerCapability;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A venue where both sides may be open. */
final class HedgingVenueTest extends BrokerContract {
    @Override
    protected BrokerStage open() {
        return new VenueStage(
                Set.of(
                        BrokerCapability.WORKING_ORDERS,
                        BrokerCapability.BRACKETS,
                        BrokerCapability.HEDGING,
                        BrokerCapability.PARTIAL_CLOSE),
                UnaryOperator.identity());
    }
}
