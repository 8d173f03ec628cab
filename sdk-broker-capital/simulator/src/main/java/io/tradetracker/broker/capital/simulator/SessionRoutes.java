package io.tradetracker.broker.capital.simulator;

import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Time, login and accounts' switch. */
final class SessionRoutes {
    private final Venue venue;
    private final Sessions sessions;
    private final Credentials credentials;
    private final AccountViews views;
    private final LoginKey key = new LoginKey();
    private Account preferred;
    private String streamUrl = "";

    SessionRoutes(Venue venue, Sessions sessions, Credentials credentials, AccountViews views) {
        this.venue = venue;
        this.sessions = sessions;
        this.credentials = credentials;
        this.views = views;
        this.preferred = venue.accounts().iterator().next();
    }

    void streamAt(String url) {
        streamUrl = url;
    }

    List<Route> routes() {
        return List.of(
                Route.open(
                        "GET",
                        "/time",
                        call -> Json.of("serverTime", venue.now().toEpochMilli())),
                Route.of("GET", "/ping", call -> Json.of("status", "OK")),
                Route.open("GET", "/session/encryptionKey", this::encryptionKey),
                Route.open("POST", "/session", this::login),
                Route.of("GET", "/session", this::session),
                Route.of("PUT", "/session", this::change),
                Route.of("DELETE", "/session", this::logout),
                Route.of("GET", "/accounts", this::accounts));
    }

    /** {@return the session that a login has just opened} */
    static @Nullable Session opened(Json answer) {
        return (Session) answer.fields().remove("session");
    }

    private Json encryptionKey(Call call) {
        checkKey(call);
        long stamp = venue.now().toEpochMilli();
        return Json.of("encryptionKey", key.encoded(stamp)).with("timeStamp", stamp);
    }

    private void checkKey(Call call) {
        String sent = call.header("x-cap-api-key");
        if (sent == null || sent.isEmpty()) {
            throw Refusal.badRequest("error.null.api.key");
        }
        if (!sent.equals(credentials.apiKey())) {
            throw Refusal.unauthorized("error.invalid.api.key");
        }
    }

    private Json login(Call call) {
        checkKey(call);
        String sent = call.body().text("password");
        String password = call.body().flag("encryptedPassword") ? key.decrypt(sent) : sent;
        boolean known = credentials.identifier().equals(call.body().text("identifier"));
        if (!known || !credentials.password().equals(password)) {
            throw Refusal.unauthorized("error.invalid.details");
        }
        return loggedIn().with("session", sessions.open(preferred));
    }

    private Json loggedIn() {
        List<Json> accounts = venue.accounts().stream()
                .map(account -> views.listed(account, account == preferred))
                .toList();
        return Json.of("accountType", "CFD")
                .with("accountInfo", views.balance(preferred))
                .with("currencyIsoCode", preferred.spec().currency())
                .with("currencySymbol", AccountViews.symbol(preferred))
                .with("currentAccountId", preferred.id())
                .with("streamingHost", streamUrl)
                .with("accounts", accounts)
                .with("clientId", "40000001")
                .with("timezoneOffset", offset())
                .with("hasActiveDemoAccounts", true)
                .with("hasActiveLiveAccounts", false)
                .with("trailingStopsEnabled", venue.settings().rules().trailingStops());
    }

    private int offset() {
        ZoneOffset local = venue.settings().rules().local();
        return local.getTotalSeconds() / 3600;
    }

    private Json session(Call call) {
        Account account = call.account();
        return Json.of("clientId", "40000001")
                .with("accountId", account.id())
                .with("timezoneOffset", offset())
                .with("locale", "en")
                .with("currency", account.spec().currency())
                .with("symbol", AccountViews.symbol(account))
                .with("streamEndpoint", streamUrl);
    }

    private Json change(Call call) {
        Account account = venue.account(call.body().text("accountId"));
        Session session = call.session();
        if (account == session.account()) {
            throw Refusal.badRequest("error.not-different.accountId");
        }
        session.use(account);
        preferred = account;
        sessions.switched(session);
        return Json.of("trailingStopsEnabled", venue.settings().rules().trailingStops())
                .with("dealingEnabled", true)
                .with("hasActiveDemoAccounts", true)
                .with("hasActiveLiveAccounts", false);
    }

    private Json logout(Call call) {
        sessions.end(call.session());
        return Json.of("status", "SUCCESS");
    }

    private Json accounts(Call call) {
        return Json.of(
                "accounts",
                venue.accounts().stream()
                        .map(account ->
                                views.listed(account, account == preferred).with("status", "ENABLED"))
                        .toList());
    }
}
