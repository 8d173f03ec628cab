package io.tradetracker.testkit.broker;

import io.tradetracker.api.broker.BrokerCapability;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** The contract on a broker that lies; not run by itself. */
final class LyingVenue extends BrokerContract {
    static final AtomicReference<Lie> LIE = new AtomicReference<>();

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
                honest -> LIE.get().tellOf(honest));
    }
}
