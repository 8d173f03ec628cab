package io.tradetracker.broker.capital.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
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
    private record State(Instant until, Account account, Map<String, Position> positions, List<WorkingOrder> orders) {}

    Past(Venue venue, DealRoutes deals, HistoryRoutes history) {
        this.venue = venue;
        this.deals = deals;
        this.history = history;
    }

    void remember(Account account) {
        states.addLast(new State(
                venue.now(),
                account,
                new LinkedHashMap<>(account.positions()),
                List.copyOf(account.orders().values())));
        if (states.size() > MOST) {
            states.removeFirst();
        }
    }

    /** {@return what a route would have answered, or null when it knows no past} */
    @Nullable
    Json answer(Route route, Call call, Duration age) {
        Instant then = venue.now().minus(age);
        return switch (route.path()) {
            case "/positions" -> deals.positions(held(call.account(), then));
            case "/positions/{dealId}" -> deals.position(held(call.account(), then), call);
            case "/workingorders" -> orders(call.account(), then);
            case "/history/activity" -> history.activity(call, then);
            case "/confirms/{dealReference}" -> confirm(call, then);
            default -> null;
        };
    }

    private Map<String, Position> held(Account account, Instant then) {
        State state = state(account, then);
        return state == null ? account.positions() : state.positions;
    }

    private Json orders(Account account, Instant then) {
        State state = state(account, then);
        return deals.orders(account, state == null ? account.orders().values() : state.orders);
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
