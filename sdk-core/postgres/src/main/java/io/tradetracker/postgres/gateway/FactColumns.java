package io.tradetracker.postgres.gateway;

import io.tradetracker.api.order.ClientOrderId;
import io.tradetracker.core.gateway.GatewayFact;
import io.tradetracker.core.gateway.GatewayJson;
import io.tradetracker.postgres.internal.StorableText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Facts in columns, as one statement takes them. The JSON is the truth; the other columns are there to search by.
 *
 * @param kinds what they are
 * @param intents the client order ids of the intents that they are about, with escapes; empty for none
 * @param times when they became known, as near to it as the database knows times
 * @param facts themselves, as JSON
 */
record FactColumns(List<String> kinds, List<String> intents, List<String> times, List<String> facts) {
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    static FactColumns of(List<GatewayFact> facts, GatewayJson json) {
        FactColumns columns =
                new FactColumns(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        facts.forEach(fact -> columns.add(fact, json));
        return columns;
    }

    private void add(GatewayFact fact, GatewayJson json) {
        kinds.add(GatewayJson.kindOf(fact));
        intents.add(intentOf(fact).map(id -> StorableText.escaped(id.value())).orElse(""));
        times.add(storable(fact.time()).toString());
        facts.add(json.write(fact));
    }

    int count() {
        return facts.size();
    }

    private static Instant storable(Instant time) {
        return time.isBefore(EARLIEST) ? EARLIEST : time.isAfter(LATEST) ? LATEST : time;
    }

    private static Optional<ClientOrderId> intentOf(GatewayFact fact) {
        return switch (fact) {
            case GatewayFact.Intended intended -> Optional.of(intended.intent().id());
            case GatewayFact.Declined declined -> Optional.of(declined.intent().id());
            case GatewayFact.Due due -> Optional.of(due.id());
            case GatewayFact.Answered answered -> Optional.of(answered.id());
            case GatewayFact.Settled settled -> Optional.of(settled.id());
            case GatewayFact.HandedOver handedOver -> Optional.of(handedOver.id());
            case GatewayFact.Seen seen -> Optional.ofNullable(seen.intent());
            case GatewayFact.Began began -> Optional.empty();
            case GatewayFact.InputsHandled handled -> Optional.empty();
            case GatewayFact.Assigned assigned -> Optional.empty();
            case GatewayFact.Freed freed -> Optional.empty();
            case GatewayFact.EquityNoted equity -> Optional.empty();
            case GatewayFact.Killed killed -> Optional.empty();
            case GatewayFact.Resumed resumed -> Optional.empty();
        };
    }
}
