package io.tradetracker.core.gateway;

import io.tradetracker.api.broker.Broker;
import io.tradetracker.api.broker.BrokerCapability;
import io.tradetracker.core.lease.Leases;
import io.tradetracker.core.risk.OrderRules;
import java.time.Duration;
import java.time.InstantSource;

/** What a gateway works with. */
record GatewaySettings(
        Broker broker,
        TradingAccount account,
        OrderJournal journal,
        Leases leases,
        String holder,
        Duration renewEvery,
        OrderRules rules,
        UnitValues unitValues,
        GatewayTerms terms,
        GatewayListener listener,
        InstantSource wallClock) {
    boolean keepsNames() {
        return broker.capabilities().contains(BrokerCapability.CLIENT_ORDER_IDS);
    }
}
