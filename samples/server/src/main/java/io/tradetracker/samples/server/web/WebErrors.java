package io.tradetracker.samples.server.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.tradetracker.api.error.ErrorType;
import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.charts.ChartError;
import io.tradetracker.samples.server.ServerError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One shape for every error: {@code {"error": {"code", "message"}}}. */
final class WebErrors {
    private static final Logger LOG = LoggerFactory.getLogger(WebErrors.class);

    private WebErrors() {}

    static void register(RoutesConfig routes) {
        routes.exception(TradeTrackerException.class, WebErrors::known);
        routes.exception(
                JsonProcessingException.class,
                (failed, ctx) -> answer(ctx, 400, "BAD_JSON", "the body is no JSON that fits"));
        routes.exception(HttpResponseException.class, (failed, ctx) -> answer(ctx, failed.getStatus()));
        routes.exception(Exception.class, WebErrors::unknown);
        // What Javalin answers by itself, without an exception, is text.
        for (int status : new int[] {404, 405, 413}) {
            routes.error(status, "*", WebErrors::fill);
        }
    }

    static void answer(Context ctx, int status, String code, String message) {
        ctx.status(status).json(new Body(new Fault(code, message)));
    }

    /** Handlers that already answered in the right shape stay as they are. */
    private static void fill(Context ctx) {
        if (!String.valueOf(ctx.res().getContentType()).startsWith("application/json")) {
            answer(ctx, ctx.statusCode());
        }
    }

    private static void answer(Context ctx, int status) {
        switch (status) {
            case 404 -> answer(ctx, status, "NOT_FOUND", "there is nothing at " + shorten(ctx.path()));
            case 405 -> answer(ctx, status, "METHOD_NOT_ALLOWED", ctx.method() + " is not possible here");
            case 413 -> answer(ctx, status, "TOO_LARGE", "the body is too large");
            default -> answer(ctx, status, "HTTP_" + status, "the request cannot be served");
        }
    }

    private static void known(TradeTrackerException failed, Context ctx) {
        answer(ctx, statusOf(failed), failed.code().name(), String.valueOf(failed.getMessage()));
    }

    private static void unknown(Exception failed, Context ctx) {
        LOG.error("{} {} failed", ctx.method(), ctx.path(), failed);
        answer(ctx, 500, "INTERNAL", "this request failed because of a defect in the server; its log says more");
    }

    private static int statusOf(TradeTrackerException failed) {
        if (failed.code() instanceof ServerError known) {
            return switch (known) {
                case UNKNOWN_BOT, UNKNOWN_CHART -> 404;
                case REQUEST_REFUSED -> 403;
                case BAD_REQUEST -> 400;
                case NOT_READY -> 503;
                case BOT_IN_ERROR -> 409;
                case FOLDER_UNUSABLE, FOLDER_IN_USE, DATABASE_NOT_STARTED, PORT_IN_USE, HOST_UNUSABLE -> 500;
            };
        }
        if (failed.code() == ChartError.BUSY) {
            return 503;
        }
        return failed.code().type() == ErrorType.USER_ERROR ? 400 : 500;
    }

    private static String shorten(String path) {
        return path.length() <= 100 ? path : path.substring(0, 100) + "…";
    }

    record Body(Fault error) {}

    record Fault(String code, String message) {}
}
