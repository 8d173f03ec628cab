package io.tradetracker.postgres.gateway;

import io.tradetracker.core.gateway.GatewaySnapshot;
import io.tradetracker.core.gateway.IntentReport;
import java.util.List;

/** What a gateway knew in the end, or what went wrong. */
record Report(String problem, List<IntentReport> intents, List<GatewaySnapshot> snapshot) {
    static Report problem(Throwable failure) {
        return new Report(String.valueOf(failure), List.of(), List.of());
    }
}
