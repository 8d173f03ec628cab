package io.tradetracker.broker.capital.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lists of markets that the user keeps. */
final class WatchlistRoutes {
    private static final int LONGEST_NAME = 20;

    private final Venue venue;
    private final MarketViews views;
    private final Map<String, Watchlist> lists = new LinkedHashMap<>();
    private int last = 500_000;

    private record Watchlist(String id, String name, Set<String> epics) {}

    WatchlistRoutes(Venue venue, MarketViews views) {
        this.venue = venue;
        this.views = views;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/watchlists", call -> all()),
                Route.of("POST", "/watchlists", this::create),
                Route.of("GET", "/watchlists/{watchlistId}", this::markets),
                Route.of("PUT", "/watchlists/{watchlistId}", this::add),
                Route.of("DELETE", "/watchlists/{watchlistId}", this::delete),
                Route.of("DELETE", "/watchlists/{watchlistId}/{epic}", this::remove));
    }

    private Json all() {
        return Json.of(
                "watchlists",
                lists.values().stream()
                        .map(list -> Json.of("id", list.id)
                                .with("name", list.name)
                                .with("editable", true)
                                .with("deleteable", true)
                                .with("defaultSystemWatchlist", false))
                        .toList());
    }

    private Json create(Call call) {
        String name = call.body().json().path("name").asText("");
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Refusal.badRequest("error.size.createwatchlistrequest.name");
        }
        Set<String> known = new LinkedHashSet<>();
        JsonNode epics = call.body().json().path("epics");
        epics.forEach(epic -> known.add(epic.asText()));
        boolean missing =
                known.retainAll(venue.markets().stream().map(Market::epic).toList());
        String id = Integer.toString(++last);
        lists.put(id, new Watchlist(id, name, known));
        return Json.of("watchlistId", id).with("status", missing ? "SUCCESS_NOT_ALL_INSTRUMENTS_ADDED" : "SUCCESS");
    }

    private Json markets(Call call) {
        return Json.of(
                "markets",
                list(call, "error.invalid.watchlist").epics.stream()
                        .map(venue::market)
                        .map(views::found)
                        .toList());
    }

    private Json add(Call call) {
        Watchlist list = list(call, "error.invalid.watchlist");
        list.epics.add(venue.market(call.body().text("epic")).epic());
        return Json.of("status", "SUCCESS");
    }

    private Json remove(Call call) {
        if (!list(call, "error.not-found.watchlist").epics.remove(call.parameter("epic"))) {
            throw Refusal.notFound("error.not-found.epic");
        }
        return Json.of("status", "SUCCESS");
    }

    private Json delete(Call call) {
        lists.remove(list(call, "error.not-found.watchlist").id);
        return Json.of("status", "SUCCESS");
    }

    private Watchlist list(Call call, String code) {
        Watchlist list = lists.get(call.parameter("watchlistId"));
        if (list == null) {
            throw Refusal.notFound(code);
        }
        return list;
    }
}
