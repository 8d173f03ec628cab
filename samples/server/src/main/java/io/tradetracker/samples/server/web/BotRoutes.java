package io.tradetracker.samples.server.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.strategy.StrategySpec;
import io.tradetracker.core.export.IndicatorsJson;
import io.tradetracker.indicators.IndicatorCatalogue;
import io.tradetracker.samples.server.ServerError;
import io.tradetracker.samples.server.board.BotBoard;
import io.tradetracker.samples.server.board.BotStatus;
import io.tradetracker.samples.server.board.HostedBot;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Bots and strategies as resources. */
final class BotRoutes {
    private static final double MIN_SPEED = 1;
    private static final double MAX_SPEED = 3600;

    private final Readiness readiness;
    private final Supplier<List<StrategySpec>> strategies;

    BotRoutes(Readiness readiness, Supplier<List<StrategySpec>> strategies) {
        this.readiness = readiness;
        this.strategies = strategies;
    }

    void register(RoutesConfig routes) {
        routes.get("/health/live", ctx -> ctx.json(Map.of("status", "live")));
        routes.get("/health/ready", this::ready);
        routes.get("/api/strategies", ctx -> ctx.json(strategies.get()));
        routes.get("/api/indicators", ctx -> ctx.json(IndicatorsJson.of(IndicatorCatalogue.all())));
        routes.get("/api/bots", ctx -> ctx.json(list()));
        routes.get("/api/bots/{id}", ctx -> ctx.json(bot(ctx).board().snapshot()));
        routes.post("/api/bots/{id}/start", ctx -> command(ctx, BotRoutes::start));
        routes.post(
                "/api/bots/{id}/stop", ctx -> command(ctx, bot -> bot.control().stop()));
        routes.post(
                "/api/bots/{id}/start-over",
                ctx -> ctx.json(bot(ctx).control().startOver().board().snapshot()));
        routes.post("/api/bots/{id}/feed", ctx -> command(ctx, changeFeed(ctx)));
    }

    /** {@return the bot of that id} */
    HostedBot bot(String id) {
        if (!readiness.isServing()) {
            throw new TradeTrackerException(
                    ServerError.NOT_READY, "the server is " + readiness.doing() + ": try again soon");
        }
        HostedBot bot = readiness.bots().get(id);
        if (bot == null) {
            throw new TradeTrackerException(
                    ServerError.UNKNOWN_BOT,
                    "no bot has this id; GET /api/bots lists "
                            + readiness.bots().keySet());
        }
        return bot;
    }

    private HostedBot bot(Context ctx) {
        return bot(ctx.pathParam("id"));
    }

    private void ready(Context ctx) {
        Map<String, String> report = readiness.report();
        boolean well = readiness.isServing() && report.values().stream().allMatch("ok"::equals);
        String status = well ? "ready" : readiness.isServing() ? "degraded" : readiness.doing();
        ctx.status(well ? 200 : 503).json(new Ready(status, report));
    }

    private List<BotLine> list() {
        return readiness.bots().values().stream()
                .map(HostedBot::board)
                .map(BotLine::of)
                .toList();
    }

    private void command(Context ctx, Consumer<HostedBot> action) {
        HostedBot bot = bot(ctx);
        action.accept(bot);
        ctx.json(bot.board().snapshot());
    }

    private static void start(HostedBot bot) {
        bot.control().start();
        BotStatus status = bot.board().status();
        if (status.state().equals("FAULTED")) {
            throw new TradeTrackerException(ServerError.BOT_IN_ERROR, "the bot did not start: " + status.reason());
        }
    }

    private static Consumer<HostedBot> changeFeed(Context ctx) {
        FeedChange change = ctx.bodyAsClass(FeedChange.class);
        Double speed = change.speed();
        if (speed != null && !(speed >= MIN_SPEED && speed <= MAX_SPEED)) {
            throw new TradeTrackerException(ServerError.BAD_REQUEST, "speed must be 1 to 3600 times, but was " + speed);
        }
        return bot -> {
            if (speed != null) {
                bot.control().speed(speed);
            }
            if (change.paused() != null) {
                bot.control().pause(change.paused());
            }
        };
    }

    record FeedChange(@Nullable Boolean paused, @Nullable Double speed) {}

    record Ready(String status, Map<String, String> checks) {}

    record BotLine(String id, String name, String mode, BotStatus status) {
        static BotLine of(BotBoard board) {
            return new BotLine(
                    board.profile().id(),
                    board.profile().name(),
                    board.profile().mode(),
                    board.status());
        }
    }
}
