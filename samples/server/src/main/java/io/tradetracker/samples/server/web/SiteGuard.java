package io.tradetracker.samples.server.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.samples.server.ServerError;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other sites out of a server without a login: a page elsewhere can neither read an answer, nor send a command,
 * nor reach this server under a name of its own.
 */
final class SiteGuard {
    static final String COMMAND_HEADER = "X-Requested-With";
    static final String COMMAND_VALUE = "trade-tracker";
    private static final String POLICY = "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; "
            + "base-uri 'none'; frame-ancestors 'none'; form-action 'self'";
    private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD);

    private final ListenAddress address;

    SiteGuard(ListenAddress address) {
        this.address = address;
    }

    void register(RoutesConfig routes) {
        routes.before(this::check);
        routes.wsBeforeUpgrade(ctx -> {
            requireKnownHost(ctx);
            requireSameOrigin(ctx);
        });
    }

    private void check(Context ctx) {
        ctx.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
        requireKnownHost(ctx);
        if (!READING.contains(ctx.method())) {
            requireSameOrigin(ctx);
            requireCommandHeader(ctx);
        }
    }

    private void requireKnownHost(Context ctx) {
        if (!address.answersTo(nameOf(ctx.header("Host")))) {
            throw refused("this server does not answer to the name in the Host header: use its address instead");
        }
    }

    private static void requireSameOrigin(Context ctx) {
        String origin = ctx.header("Origin");
        if (origin != null && !sameHost(origin, ctx.header("Host"))) {
            throw refused("requests from other sites are refused");
        }
    }

    private static void requireCommandHeader(Context ctx) {
        if (!COMMAND_VALUE.equals(ctx.header(COMMAND_HEADER))) {
            throw refused("commands need the header " + COMMAND_HEADER + ": " + COMMAND_VALUE);
        }
    }

    private static boolean sameHost(String origin, @Nullable String host) {
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static String nameOf(@Nullable String host) {
        return host == null ? "" : host.replaceFirst(":[0-9]{1,5}$", "");
    }

    private static TradeTrackerException refused(String why) {
        return new TradeTrackerException(ServerError.REQUEST_REFUSED, why);
    }
}
