package io.tradetracker.broker.capital.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Leverage, hedging and the demo account's cash. */
final class PreferenceRoutes {
    private static final BigDecimal MOST_AT_ONCE = new BigDecimal("400000");
    private static final BigDecimal MOST_CASH = new BigDecimal("100000");
    private static final int MOST_A_DAY = 100;

    private final Venue venue;
    private final Map<String, Integer> topUps = new HashMap<>();

    PreferenceRoutes(Venue venue) {
        this.venue = venue;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/accounts/preferences", call -> preferences(call.account())),
                Route.of("PUT", "/accounts/preferences", this::change),
                Route.of("POST", "/accounts/topUp", this::topUp));
    }

    private static Json preferences(Account account) {
        Json leverages = new Json();
        account.leverages()
                .forEach((type, current) ->
                        leverages.with(type.name(), Json.of("current", current).with("available", type.leverages())));
        return Json.of("hedgingMode", account.hedging()).with("leverages", leverages);
    }

    private Json change(Call call) {
        Account account = call.account();
        Map<MarketType, Integer> wanted = leverages(call.body().json().path("leverages"));
        if (call.body().has("hedgingMode")) {
            boolean hedging = call.body().flag("hedgingMode");
            boolean busy = !account.positions().isEmpty() || !account.orders().isEmpty();
            if (hedging != account.hedging() && busy) {
                throw Refusal.badRequest("error.hedging-mode.positions-open");
            }
            account.hedge(hedging);
        }
        account.leverages().putAll(wanted);
        return Json.of("status", "SUCCESS");
    }

    private static Map<MarketType, Integer> leverages(JsonNode json) {
        Map<MarketType, Integer> wanted = new EnumMap<>(MarketType.class);
        for (MarketType type : MarketType.values()) {
            JsonNode value = json.path(type.name());
            if (!value.isMissingNode() && !type.leverages().contains(value.asInt())) {
                throw Refusal.badRequest("error.invalid.leverage.value");
            }
            if (!value.isMissingNode()) {
                wanted.put(type, value.asInt());
            }
        }
        return wanted;
    }

    private Json topUp(Call call) {
        Account account = call.account();
        BigDecimal amount = call.body().decimal("amount").setScale(2, RoundingMode.HALF_UP);
        BigDecimal after = account.cash().add(amount);
        if (amount.abs().compareTo(MOST_AT_ONCE) > 0 || after.compareTo(MOST_CASH) > 0 || after.signum() < 0) {
            throw Refusal.badRequest("error.invalid.amount");
        }
        String today = account.id() + " " + Resolution.DAY.open(venue.now());
        int before = topUps.getOrDefault(today, 0);
        if (before >= MOST_A_DAY) {
            throw Refusal.tooMany();
        }
        topUps.put(today, before + 1);
        Transaction.Type type = amount.signum() < 0 ? Transaction.Type.WITHDRAWAL : Transaction.Type.DEPOSIT;
        String reference = venue.ids().transaction();
        account.pay(new Transaction(venue.now(), null, type, "Top up", reference, amount));
        return Json.of("successful", true);
    }
}
