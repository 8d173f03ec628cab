package io.tradetracker.broker.capital.simulator;

import java.util.Collection;
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
                Route.of("GET", "/positions", call -> positions(call.account().positions())),
                Route.of("POST", "/positions", this::open),
                Route.of(
                        "GET",
                        "/positions/{dealId}",
                        call -> position(call.account().positions(), call)),
                Route.of("PUT", "/positions/{dealId}", this::protect),
                Route.of("DELETE", "/positions/{dealId}", this::close),
                Route.of(
                        "GET",
                        "/workingorders",
                        call -> orders(call.account(), call.account().orders().values())),
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

    Json positions(Map<String, Position> positions) {
        return Json.of(
                "positions", positions.values().stream().map(views::position).toList());
    }

    Json orders(Account account, Collection<WorkingOrder> orders) {
        return Json.of(
                "workingOrders",
                orders.stream().map(order -> views.order(account, order)).toList());
    }

    Json position(Map<String, Position> positions, Call call) {
        Position position = positions.get(call.parameter("dealId"));
        if (position == null) {
            throw Refusal.notFound("error.not-found.dealId");
        }
        return views.position(position);
    }

    private Json open(Call call) {
        Market market = venue.market(call.body().text("epic"));
        return reference(venue.positions().open(call.account(), market, call.body()));
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
