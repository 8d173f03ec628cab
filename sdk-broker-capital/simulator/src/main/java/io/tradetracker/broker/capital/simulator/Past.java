package io.tradetracker.broker.capital.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How positions and orders were, to answer as if nothing had happened since. Used under the venue's lock. */
final class Past {
    private static final int MOST = 1000;

    private final Venue venue;
    private final DealRoutes deals;
    private final HistoryRoutes history;
    private final Deque<State> states = new ArrayDeque<>();

    /** How an account was until it changed. */
    private record State(Instant until, Account account, Map<String, Json> positions, Json orders) {}

    Past(Venue venue, DealRoutes deals, HistoryRoutes history) {
        this.venue = venue;
        this.deals = deals;
        this.history = history;
    }

    void remember(Account account) {
        states.addLast(new State(venue.now(), account, deals.rows(account), deals.orders(account)));
        if (states.size() > MOST) {
            states.removeFirst();
        }
    }

    /** {@return what a route would have answered, or null when it knows no past} */
    @Nullable
    Json answer(Route route, Call call, Duration age) {
        Instant then = venue.now().minus(age);
        return switch (route.path()) {
            case "/positions" -> positions(call.account(), then);
            case "/positions/{dealId}" -> position(call, then);
            case "/workingorders" -> orders(call.account(), then);
            case "/history/activity" -> history.activity(call, then);
            case "/confirms/{dealReference}" -> confirm(call, then);
            default -> null;
        };
    }

    private Json positions(Account account, Instant then) {
        State state = state(account, then);
        return DealRoutes.positions(state == null ? deals.rows(account) : state.positions);
    }

    private Json orders(Account account, Instant then) {
        State state = state(account, then);
        return state == null ? deals.orders(account) : state.orders;
    }

    private Json position(Call call, Instant then) {
        State state = state(call.account(), then);
        Map<String, Json> rows = state == null ? deals.rows(call.account()) : state.positions;
        Json row = rows.get(call.parameter("dealId"));
        if (row != null) {
            return row;
        }
        throw Refusal.notFound("error.not-found.dealId");
    }

    private @Nullable Json confirm(Call call, Instant then) {
        Confirm confirm = call.account().confirms().get(call.parameter("dealReference"));
        if (confirm != null && confirm.date().isAfter(then)) {
            throw Refusal.notFound("error.not-found.dealReference");
        }
        return null;
    }

    private @Nullable State state(Account account, Instant then) {
        return states.stream()
                .filter(state -> state.account == account && state.until.isAfter(then))
                .findFirst()
                .orElse(null);
    }
}
