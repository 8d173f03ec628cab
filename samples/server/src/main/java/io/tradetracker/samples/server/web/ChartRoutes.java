package io.tradetracker.samples.server.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.charts.ChartBuilder;
import io.tradetracker.charts.ChartSize;
import io.tradetracker.charts.Theme;
import io.tradetracker.charts.service.Chart;
import io.tradetracker.charts.service.ChartFormat;
import io.tradetracker.charts.service.ChartService;
import io.tradetracker.samples.server.ServerError;
import java.util.List;

/**
 * Charts as pictures, drawn by the server. {@code GET /api/bots/{id}/chart.png} shows a bot's candles, indicators and
 * positions; {@code .svg}, {@code .pdf} and {@code .json} are the same chart. {@code GET /api/charts/{id}} is one that
 * was drawn, for as long as it is kept.
 */
final class ChartRoutes {
    private static final int USUAL_CANDLES = 150;
    private static final int MOST_INDICATORS = 8;

    private final BotRoutes bots;
    private final ChartService charts;

    ChartRoutes(BotRoutes bots, ChartService charts) {
        this.bots = bots;
        this.charts = charts;
    }

    void register(RoutesConfig routes) {
        for (ChartFormat format : ChartFormat.values()) {
            routes.get(
                    "/api/bots/{id}/chart." + format.extension(), ctx -> answer(ctx, drawn(ctx, format), "no-cache"));
        }
        routes.get("/api/charts/{id}", ctx -> answer(ctx, kept(ctx), "public, max-age=31536000, immutable"));
    }

    private Chart drawn(Context ctx, ChartFormat format) {
        ChartBuilder chart = BotChart.of(bots.bot(ctx.pathParam("id")).board().snapshot(), until(ctx))
                .last(number(ctx, "last", USUAL_CANDLES))
                .theme(Theme.named(text(ctx, "theme", "light")))
                .size(ChartSize.parse(text(ctx, "size", "desktop")));
        if (ctx.queryParam("volume") != null) {
            chart.volume();
        }
        List<String> indicators = ctx.queryParams("indicator");
        if (indicators.size() > MOST_INDICATORS) {
            throw bad("at most " + MOST_INDICATORS + " indicators are drawn, but there are " + indicators.size());
        }
        indicators.forEach(chart::indicator);
        List<String> patterns = ctx.queryParams("pattern");
        if (!patterns.isEmpty()) {
            chart.patterns(patterns);
        }
        return charts.chart(chart.build(), format);
    }

    private static long until(Context ctx) {
        String given = text(ctx, "to", "");
        try {
            return given.isEmpty() ? Long.MAX_VALUE : Long.parseLong(given);
        } catch (NumberFormatException wrong) {
            throw bad("to must be the open time of the newest candle, in milliseconds since 1970");
        }
    }

    private Chart kept(Context ctx) {
        return charts.find(ctx.pathParam("id"))
                .orElseThrow(() -> new TradeTrackerException(
                        ServerError.UNKNOWN_CHART, "no chart of this id is kept any more; draw it anew"));
    }

    private static void answer(Context ctx, Chart chart, String caching) {
        String tag = "\"" + chart.id() + "\"";
        ctx.header("ETag", tag)
                .header("Cache-Control", caching)
                .header("Content-Location", "/api/charts/" + chart.id());
        if (tag.equals(ctx.header("If-None-Match"))) {
            ctx.status(304);
            return;
        }
        ctx.contentType(chart.format().mediaType()).result(chart.bytes());
    }

    private static int number(Context ctx, String name, int otherwise) {
        String given = text(ctx, name, Integer.toString(otherwise));
        try {
            return Integer.parseInt(given);
        } catch (NumberFormatException wrong) {
            throw bad(name + " must be a whole number");
        }
    }

    private static String text(Context ctx, String name, String otherwise) {
        String given = ctx.queryParam(name);
        return given == null ? otherwise : given;
    }

    private static TradeTrackerException bad(String message) {
        return new TradeTrackerException(ServerError.BAD_REQUEST, message);
    }
}
