package io.tradetracker.testkit.broker;

import java.util.Set;
import java.util.function.UnaryOperator;

/** A venue that can do no more than every venue. */
final class BareVenueTest extends BrokerContract {
    @Override
    protected BrokerStage open() {
        return new VenueStage(Set.of(), UnaryOperator.identity());
    }
}
