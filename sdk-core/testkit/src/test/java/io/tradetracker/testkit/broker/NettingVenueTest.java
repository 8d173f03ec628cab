package io.tradetracker.testkit.broker;

import io.tradetracker.api.broker.BrokerCapability;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A venue that nets, as Capital.com does. */
final class NettingVenueTest extends BrokerContract {
    @Override
    protected BrokerStage open() {
        return new VenueStage(
                Set.of(BrokerCapability.WORKING_ORDERS, BrokerCapability.BRACKETS), UnaryOperator.identity());
    }
}
