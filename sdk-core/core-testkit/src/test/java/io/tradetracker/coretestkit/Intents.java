package io.tradetracker.coretestkit;

import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.order.ClientOrderId;
import io.tradetracker.api.order.OrderAction;
import io.tradetracker.core.gateway.OrderIntent;
import io.tradetracker.core.gateway.OrderOwner;
import io.tradetracker.core.risk.CheckResult;
import java.math.BigDecimal;

/** Intents about which a test says one thing only. */
final class Intents {
    private Intents() {}

    static OrderIntent of(ClientOrderId id, OrderAction action) {
        return new OrderIntent(
                id, OrderOwner.bot("trend"), InstrumentId.of("GOLD"), action, BigDecimal.ZERO, CheckResult.NOTHING);
    }
}
