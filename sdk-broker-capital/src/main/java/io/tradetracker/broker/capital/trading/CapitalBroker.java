package io.tradetracker.broker.capital.trading;

import io.tradetracker.api.account.AccountSnapshot;
import io.tradetracker.api.broker.Activity;
import io.tradetracker.api.broker.Broker;
import io.tradetracker.api.broker.BrokerCapability;
import io.tradetracker.api.broker.BrokerReference;
import io.tradetracker.api.broker.Confirmation;
import io.tradetracker.api.broker.SendPermit;
import io.tradetracker.api.broker.SubmitOutcome;
import io.tradetracker.api.broker.SubmitOutcome.Refused;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.InstrumentRules;
import io.tradetracker.api.order.BrokerPositionId;
import io.tradetracker.api.order.Order;
import io.tradetracker.api.order.OrderAction;
import io.tradetracker.api.order.OrderPrices;
import io.tradetracker.api.order.OrderRequest;
import io.tradetracker.api.order.OrderType;
import io.tradetracker.api.order.Position;
import io.tradetracker.api.order.TimeInForce;
import io.tradetracker.broker.capital.connection.CapitalError;
import io.tradetracker.broker.capital.connection.CapitalException;
import io.tradetracker.broker.capital.connection.Session;
import io.tradetracker.broker.capital.connection.VenueJson;
import io.tradetracker.broker.capital.market.Instruments;
import io.tradetracker.broker.capital.rest.Activities;
import io.tradetracker.broker.capital.rest.CapitalApi;
import io.tradetracker.broker.capital.rest.NewOrder;
import io.tradetracker.broker.capital.rest.NewPosition;
import io.tradetracker.broker.capital.rest.OrderChange;
import io.tradetracker.broker.capital.rest.Positions;
import io.tradetracker.broker.capital.rest.Protection;
import io.tradetracker.broker.capital.rest.WorkingOrders;
import io.tradetracker.broker.capital.trading.RequestName.Asked;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account at Capital.com. It keeps no names of ours, closes positions as a whole only, and knows limit and stop
 * orders. On an account that hedges, an opposite order opens a position of its own; on any other it makes smaller what
 * is open, the oldest position first. Safe for use by several threads.
 */
public final class CapitalBroker implements Broker {
    private static final Duration LONGEST_ACTIVITY = Duration.ofHours(23);
    private static final Duration ACTIVITY_STEP = Duration.ofSeconds(1);
    /** What could not leave by then, for a log-in or for a pause that the service asked for, does not leave at all. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final CapitalApi api;
    private final Session session;
    private final Instruments instruments;
    private final Duration longestRequest;
    private final Set<BrokerCapability> capabilities;
    private final String account;
    private volatile boolean closed;

    private CapitalBroker(
            CapitalApi api, Session session, Instruments instruments, Duration onItsWay, boolean hedging) {
        this.api = api;
        this.session = session;
        this.instruments = instruments;
        this.longestRequest = LONGEST_WAIT.plus(onItsWay);
        account = session.account();
        Set<BrokerCapability> all = new HashSet<>(
                Set.of(BrokerCapability.WORKING_ORDERS, BrokerCapability.BRACKETS, BrokerCapability.STREAMING));
        if (hedging) {
            all.add(BrokerCapability.HEDGING);
        }
        capabilities = Set.copyOf(all);
    }

    /**
     * {@return the account that the session works on} Asks the service whether it hedges.
     *
     * @param instruments where rules of instruments come from
     * @param onItsWay how long a request that has left is on its way at most
     * @throws CapitalException when the service cannot be asked
     */
    public static CapitalBroker open(CapitalApi api, Session session, Instruments instruments, Duration onItsWay) {
        boolean hedging = api.preferences().hedgingMode();
        return new CapitalBroker(api, session, instruments, onItsWay, hedging);
    }

    @Override
    public Set<BrokerCapability> capabilities() {
        return capabilities;
    }

    @Override
    public Duration longestRequest() {
        return longestRequest;
    }

    @Override
    public SubmitOutcome send(OrderAction action, SendPermit anyTime) {
        if (closed) {
            return new Refused(CapitalError.CLOSED.name(), "This connection was closed: nothing was sent.");
        }
        SendPermit permit = soon(anyTime);
        try {
            return switch (action) {
                case OrderAction.Submit(OrderRequest request) -> submit(request, permit);
                case OrderAction.Amend amend -> amend(amend, permit);
                case OrderAction.Cancel cancel ->
                    marked(
                            api.cancel(cancel.order().value(), permit),
                            Asked.CANCEL,
                            cancel.order().value());
                case OrderAction.Close close -> close(close, permit);
                case OrderAction.Protect protect -> protect(protect, permit);
            };
        } catch (RuntimeException nothingSent) {
            return new Refused(code(nothingSent), nothingSent.getMessage() + " Nothing was sent.");
        }
    }

    private SendPermit soon(SendPermit permit) {
        long latest = session.time().nanos() + LONGEST_WAIT.toNanos();
        return () -> session.time().nanos() - latest <= 0 && permit.isGiven();
    }

    private static String code(RuntimeException failure) {
        return failure instanceof CapitalException known ? known.code().name() : "NOT_SENT";
    }

    private SubmitOutcome submit(OrderRequest request, SendPermit permit) {
        String unable = unable(request);
        if (unable != null) {
            return new Refused(Refused.UNSUPPORTED, unable + " Nothing was sent.");
        }
        InstrumentRules rules = instruments.rules(request.instrument());
        String fault = OrderCheck.size(request.quantity(), rules);
        fault = fault == null ? OrderCheck.prices(request.prices(), rules) : fault;
        if (fault != null) {
            return badOrder(request.instrument(), fault);
        }
        OrderPrices prices = request.prices();
        Protection protection = Protection.levels(prices.stopLoss(), prices.takeProfit());
        String epic = request.instrument().value();
        String direction = request.side().name();
        if (request.type().equals(OrderType.MARKET)) {
            return marked(
                    api.open(new NewPosition(epic, direction, request.quantity(), protection), permit), Asked.OPEN, "");
        }
        NewOrder order = new NewOrder(
                epic,
                direction,
                request.quantity(),
                level(prices),
                request.type().name(),
                end(request.expiresAt()),
                protection);
        return marked(api.place(order, permit), Asked.PLACE, "");
    }

    private static @Nullable String unable(OrderRequest request) {
        if (request.reduceOnly()) {
            return "Capital.com cannot keep an order from opening a position.";
        }
        boolean market = request.type().equals(OrderType.MARKET);
        if (!market
                && !request.type().equals(OrderType.LIMIT)
                && !request.type().equals(OrderType.STOP)) {
            return "Capital.com has market, limit and stop orders, and no " + request.type() + ".";
        }
        boolean waits = request.timeInForce().equals(TimeInForce.GTC)
                || request.timeInForce().equals(TimeInForce.GTD);
        return market || waits
                ? null
                : "Orders at Capital.com wait until they are cancelled or until a moment, and not "
                        + request.timeInForce() + ".";
    }

    private static Refused badOrder(InstrumentId instrument, String fault) {
        return new Refused("BAD_ORDER", instrument + ": " + fault + ". Nothing was sent.");
    }

    private static BigDecimal level(OrderPrices prices) {
        BigDecimal level = prices.limitPrice() == null ? prices.stopPrice() : prices.limitPrice();
        if (level == null) {
            throw new IllegalArgumentException("an order that waits needs a price.");
        }
        return level;
    }

    private static @Nullable String end(@Nullable Instant expiresAt) {
        return expiresAt == null ? null : VenueJson.seconds(expiresAt);
    }

    private SubmitOutcome amend(OrderAction.Amend amend, SendPermit permit) {
        OrderPrices prices = amend.prices();
        String id = amend.order().value();
        OrderChange change = new OrderChange(
                level(prices), end(amend.expiresAt()), Protection.levels(prices.stopLoss(), prices.takeProfit()));
        return RequestName.mark(api.amend(id, change, permit), amend);
    }

    private SubmitOutcome protect(OrderAction.Protect protect, SendPermit permit) {
        String id = protect.position().value();
        Protection protection = Protection.levels(protect.stopLoss(), protect.takeProfit());
        return RequestName.mark(api.protect(id, protection, permit), protect);
    }

    private SubmitOutcome close(OrderAction.Close close, SendPermit permit) {
        if (close.quantity() != null) {
            return new Refused(
                    Refused.UNSUPPORTED,
                    capabilities.contains(BrokerCapability.HEDGING)
                            ? "Capital.com closes positions as a whole, and on an account that hedges an opposite order"
                                    + " makes none smaller: close all of it. Nothing was sent."
                            : "Capital.com closes positions as a whole: send an opposite order of that size, which"
                                    + " makes the oldest position smaller. Nothing was sent.");
        }
        String id = close.position().value();
        return marked(api.close(id, permit), Asked.CLOSE, id);
    }

    private static SubmitOutcome marked(SubmitOutcome outcome, Asked asked, String dealId) {
        return RequestName.mark(outcome, asked, dealId);
    }

    @Override
    public Optional<Confirmation> confirm(BrokerReference reference) {
        RequestName request = RequestName.of(reference);
        return switch (request.asked()) {
            case PROTECT -> protection(reference, request);
            case AMEND -> amendment(reference, request);
            case OPEN, PLACE, CANCEL, CLOSE ->
                api.confirmation(request.dealReference())
                        .flatMap(said -> CapitalException.understood(
                                "a request", () -> Confirmations.of(reference, request, said)));
        };
    }

    /** Of several changes of an order the service confirms the last: what the order is proves more. */
    private Optional<Confirmation> amendment(BrokerReference reference, RequestName request) {
        return orders().stream()
                .filter(order -> order.id().value().equals(request.dealId()) && request.isLike(order))
                .map(order -> new Confirmation(reference, Confirmation.Verdict.DONE, "", order.id(), List.of(), null))
                .findFirst();
    }

    /** Of several changes of a position the service confirms the last: what the position has proves more. */
    private Optional<Confirmation> protection(BrokerReference reference, RequestName request) {
        return api.position(request.dealId())
                .map(Positions.Row::position)
                .filter(held -> request.isLike(held.stopLevel(), held.profitLevel()))
                .map(held -> new Confirmation(
                        reference,
                        Confirmation.Verdict.DONE,
                        "",
                        null,
                        List.of(BrokerPositionId.of(held.dealId())),
                        null));
    }

    @Override
    public AccountSnapshot account() {
        return api.accounts().stream()
                .filter(each -> each.accountId().equals(account))
                .findFirst()
                .map(each -> CapitalException.understood(
                        "account " + account,
                        () -> VenueWords.account(each, session.clock().instant())))
                .orElseThrow(() -> new CapitalException(
                        CapitalError.WRONG_ACCOUNT, "The login has no account " + account + " any more."));
    }

    @Override
    public List<Position> positions() {
        List<Positions.Row> rows = api.positions();
        return CapitalException.understood(
                "the positions", () -> rows.stream().map(VenueWords::position).toList());
    }

    @Override
    public List<Order> orders() {
        List<WorkingOrders.Row> rows = api.workingOrders();
        return CapitalException.understood(
                "the orders", () -> rows.stream().map(VenueWords::order).toList());
    }

    @Override
    public List<Activity> activitySince(Instant from) {
        session.tokens();
        List<Activities.Row> newestFirst = new ArrayList<>();
        Instant end = session.clock().latest().plus(ACTIVITY_STEP);
        for (Instant since = from; since.isBefore(end); since = since.plus(LONGEST_ACTIVITY)) {
            Instant to = since.plus(LONGEST_ACTIVITY).isBefore(end) ? since.plus(LONGEST_ACTIVITY) : end;
            List<Activities.Row> window = new ArrayList<>(api.activities(since, to, null));
            window.removeIf(newestFirst::contains);
            newestFirst.addAll(0, window);
        }
        return CapitalException.understood("the activity", () -> ActivityRows.of(newestFirst)).stream()
                .filter(row -> !row.time().isBefore(from))
                .toList();
    }

    /** Ends nothing but this view of the account: the session is that of the connection. */
    @Override
    public void close() {
        closed = true;
    }
}
