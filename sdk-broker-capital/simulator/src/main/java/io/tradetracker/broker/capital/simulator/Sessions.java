package io.tradetracker.broker.capital.simulator;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Who is logged in. Used under the venue's lock. */
final class Sessions {
    private final Venue venue;
    private final Map<String, Session> byCst = new HashMap<>();
    private Consumer<Session> onSwitch = session -> {};

    Sessions(Venue venue) {
        this.venue = venue;
    }

    void onSwitch(Consumer<Session> listener) {
        onSwitch = listener;
    }

    /** A session has another account now: it gets new tokens, and its streams end. */
    void switched(Session session) {
        rotate(session);
        onSwitch.accept(session);
    }

    Session open(Account account) {
        Session session = new Session(newTokens(), account, venue.now());
        byCst.put(session.tokens().cst(), session);
        return session;
    }

    /** {@return the session of these tokens} */
    Session find(@Nullable String cst, @Nullable String securityToken) {
        if (cst == null || cst.isEmpty() || securityToken == null || securityToken.isEmpty()) {
            throw Refusal.unauthorized("error.null.client.token");
        }
        Session session = byCst.get(cst);
        if (session == null
                || !isAlive(session)
                || !session.tokens().securityToken().equals(securityToken)) {
            throw Refusal.unauthorized("error.invalid.session.token");
        }
        return session;
    }

    boolean isAlive(Session session) {
        Settings.Rules rules = venue.settings().rules();
        Instant now = venue.now();
        return !session.isEnded()
                && now.isBefore(session.used().plus(rules.idle()))
                && now.isBefore(session.opened().plus(rules.hardCap()));
    }

    /** Gives a session new tokens; the old ones are worth nothing from now on. */
    void rotate(Session session) {
        byCst.remove(session.tokens().cst());
        session.rotate(newTokens());
        byCst.put(session.tokens().cst(), session);
    }

    void end(Session session) {
        session.end();
        byCst.remove(session.tokens().cst());
    }

    void endAll() {
        byCst.values().forEach(Session::end);
        byCst.clear();
    }

    int count() {
        byCst.values().removeIf(session -> !isAlive(session));
        return byCst.size();
    }

    private Session.Tokens newTokens() {
        return new Session.Tokens(venue.ids().token(), venue.ids().token());
    }
}
