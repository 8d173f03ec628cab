package io.tradetracker.broker.capital.simulator;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Markets, their tree, candles and what other clients hold. */
final class MarketRoutes {
    private static final int MOST_EPICS = 50;
    private static final int MOST_NODES = 500;
    private static final int MOST_CANDLES = 1000;
    private static final String NODE = "hierarchy_v1.";
    private static final String GROUP = "_group";

    private final Venue venue;
    private final MarketViews views;
    private final Times times;

    MarketRoutes(Venue venue, MarketViews views, Times times) {
        this.venue = venue;
        this.views = views;
        this.times = times;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/marketnavigation", call -> nodes()),
                Route.of("GET", "/marketnavigation/{nodeId}", this::node),
                Route.of("GET", "/markets", this::markets),
                Route.of("GET", "/markets/{epic}", call -> views.details(venue.market(call.parameter("epic")))),
                Route.of("GET", "/prices/{epic}", this::prices),
                Route.of("GET", "/clientsentiment", this::sentiments),
                Route.of(
                        "GET",
                        "/clientsentiment/{marketId}",
                        call -> sentiment(venue.market(call.parameter("marketId")))));
    }

    private Json nodes() {
        return Json.of(
                "nodes",
                venue.markets().stream()
                        .map(market -> market.spec().type())
                        .distinct()
                        .map(MarketRoutes::group)
                        .map(group -> Json.of("id", NODE + group).with("name", group))
                        .toList());
    }

    private static String group(MarketType type) {
        return type.name().toLowerCase(Locale.ROOT) + GROUP;
    }

    private Json node(Call call) {
        int limit = call.number("limit", MOST_NODES);
        if (limit < 1 || limit > MOST_NODES) {
            throw Refusal.badRequest("error.invalid.limit");
        }
        String id = call.parameter("nodeId");
        List<Json> markets = venue.markets().stream()
                .filter(market -> id.equals(NODE + group(market.spec().type())))
                .limit(limit)
                .map(views::found)
                .toList();
        if (markets.isEmpty()) {
            throw Refusal.notFound("error.not-found.nodeId");
        }
        return Json.of("markets", markets);
    }

    private Json markets(Call call) {
        if (call.has("searchTerm")) {
            return search(call.parameter("searchTerm"));
        }
        return call.has("epics")
                ? listed(call.parameter("epics"))
                : found(venue.markets().stream().toList());
    }

    private Json search(String term) {
        if (term.isEmpty()) {
            throw Refusal.badRequest("error.null.searchTerm");
        }
        String wanted = term.toLowerCase(Locale.ROOT);
        return found(venue.markets().stream()
                .filter(market -> (market.epic() + " " + market.spec().name())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .toList());
    }

    private Json found(List<Market> markets) {
        return Json.of("markets", markets.stream().map(views::found).toList());
    }

    private Json listed(String epics) {
        if (epics.isEmpty()) {
            throw Refusal.badRequest("error.null.epic");
        }
        List<String> names = split(epics);
        if (names.size() > MOST_EPICS) {
            throw Refusal.badRequest("error.invalid.epics");
        }
        return Json.of(
                "marketDetails",
                names.stream().map(venue::market).map(views::details).toList());
    }

    private static List<String> split(String list) {
        return Arrays.asList(list.split(",", -1));
    }

    private Json prices(Call call) {
        Market market = venue.market(call.parameter("epic"));
        Resolution resolution = resolution(call);
        int max = call.number("max", 10);
        if (max < 1 || max > MOST_CANDLES) {
            throw Refusal.badRequest("error.invalid.max");
        }
        List<Bar> bars = bars(call, market.candles(), resolution, max);
        if (bars.isEmpty()) {
            throw Refusal.notFound("error.prices.not-found");
        }
        return Json.of("prices", bars.stream().map(this::bar).toList())
                .with("instrumentType", market.spec().type());
    }

    private static Resolution resolution(Call call) {
        try {
            return call.has("resolution") ? Resolution.valueOf(call.parameter("resolution")) : Resolution.MINUTE;
        } catch (IllegalArgumentException unknown) {
            throw Refusal.badRequest("error.invalid.resolution");
        }
    }

    private List<Bar> bars(Call call, CandleStore candles, Resolution resolution, int max) {
        Instant now = venue.now();
        Instant to = call.has("to") ? moment(call, "to") : now;
        if (to.isAfter(now)) {
            throw Refusal.badRequest("error.invalid.daterange");
        }
        if (!call.has("from")) {
            return candles.newest(resolution, max, to);
        }
        Instant from = moment(call, "from");
        if (!call.has("to")) {
            return candles.oldest(resolution, max, from, now);
        }
        if (from.isAfter(to)) {
            throw Refusal.badRequest("error.invalid.daterange");
        }
        if (Duration.between(from, to).compareTo(resolution.length().multipliedBy(max - 1L)) > 0) {
            throw Refusal.badRequest("error.invalid.max.daterange");
        }
        return candles.between(resolution, from, to);
    }

    /** The service names "from" whichever date is bad. */
    private static Instant moment(Call call, String name) {
        return Times.parse(call.parameter(name), "from");
    }

    private Json bar(Bar bar) {
        return Json.of("snapshotTime", times.localSeconds(bar.open()))
                .with("snapshotTimeUTC", times.utcSeconds(bar.open()))
                .with("openPrice", price(bar.bid().open(), bar.ask().open()))
                .with("closePrice", price(bar.bid().close(), bar.ask().close()))
                .with("highPrice", price(bar.bid().high(), bar.ask().high()))
                .with("lowPrice", price(bar.bid().low(), bar.ask().low()))
                .with("lastTradedVolume", bar.ticks());
    }

    private static Json price(BigDecimal bid, BigDecimal ask) {
        return Json.of("bid", bid).with("ask", ask);
    }

    private Json sentiments(Call call) {
        return Json.of(
                "clientSentiments",
                split(call.parameter("marketIds")).stream()
                        .map(venue::market)
                        .map(MarketRoutes::sentiment)
                        .toList());
    }

    /** A figure that is the same for a market each time. */
    private static Json sentiment(Market market) {
        int longs = 300 + Math.floorMod(market.epic().hashCode(), 400);
        return Json.of("marketId", market.epic())
                .with("longPositionPercentage", BigDecimal.valueOf(longs, 1))
                .with("shortPositionPercentage", BigDecimal.valueOf(1000L - longs, 1));
    }
}
