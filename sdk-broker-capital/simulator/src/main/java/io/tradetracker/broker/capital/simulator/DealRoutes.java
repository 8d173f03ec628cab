package io.tradetracker.broker.capital.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Positions, working orders and confirmations. */
final class DealRoutes {
    private final Venue venue;
    private final AccountViews views;

    DealRoutes(Venue venue, AccountViews views) {
        this.venue = venue;
        this.views = views;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/confirms/{dealReference}", this::confirm),
                Route.of("GET", "/positions", call -> positions(rows(call.account()))),
                Route.of("POST", "/positions", this::open),
                Route.of("GET", "/positions/{dealId}", this::position),
                Route.of("PUT", "/positions/{dealId}", this::protect),
                Route.of("DELETE", "/positions/{dealId}", this::close),
                Route.of("GET", "/workingorders", call -> orders(call.account())),
                Route.of("POST", "/workingorders", this::place),
                Route.of("PUT", "/workingorders/{dealId}", this::amend),
                Route.of("DELETE", "/workingorders/{dealId}", this::cancel));
    }

    private Json confirm(Call call) {
        Confirm confirm = call.account().confirms().get(call.parameter("dealReference"));
        if (confirm == null || confirm.visible().isAfter(venue.now())) {
            throw Refusal.notFound("error.not-found.dealReference");
        }
        return views.confirm(confirm);
    }

    /** {@return positions by deal id} */
    Map<String, Json> rows(Account account) {
        Map<String, Json> rows = new LinkedHashMap<>();
        account.positions().forEach((dealId, position) -> rows.put(dealId, views.position(position)));
        return rows;
    }

    static Json positions(Map<String, Json> rows) {
        return Json.of("positions", List.copyOf(rows.values()));
    }

    Json orders(Account account) {
        return Json.of(
                "workingOrders",
                account.orders().values().stream()
                        .map(order -> views.order(account, order))
                        .toList());
    }

    private Json open(Call call) {
        Market market = venue.market(call.body().text("epic"));
        return reference(venue.positions().open(call.account(), market, call.body()));
    }

    private Json position(Call call) {
        return views.position(PositionDesk.position(call.account(), call.parameter("dealId")));
    }

    private Json protect(Call call) {
        return reference(venue.positions().protect(call.account(), call.parameter("dealId"), call.body()));
    }

    private Json close(Call call) {
        return reference(venue.positions().close(call.account(), call.parameter("dealId")));
    }

    private Json place(Call call) {
        Market market = venue.market(call.body().text("epic"));
        return reference(venue.orders().place(call.account(), market, call.body()));
    }

    private Json amend(Call call) {
        return reference(venue.orders().amend(call.account(), call.parameter("dealId"), call.body()));
    }

    private Json cancel(Call call) {
        return reference(venue.orders().cancel(call.account(), call.parameter("dealId")));
    }

    private static Json reference(String reference) {
        return Json.of("dealReference", reference);
    }
}
