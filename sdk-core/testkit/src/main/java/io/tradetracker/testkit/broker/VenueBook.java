package io.tradetracker.testkit.broker;

import io.tradetracker.api.account.AccountId;
import io.tradetracker.api.account.AccountSnapshot;
import io.tradetracker.api.account.CurrencyCode;
import io.tradetracker.api.account.Money;
import io.tradetracker.api.broker.Activity;
import io.tradetracker.api.broker.ActivityKind;
import io.tradetracker.api.broker.ActivitySource;
import io.tradetracker.api.broker.BrokerCapability;
import io.tradetracker.api.broker.BrokerReference;
import io.tradetracker.api.broker.Confirmation;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.order.BrokerOrderId;
import io.tradetracker.api.order.BrokerPositionId;
import io.tradetracker.api.order.ClientOrderId;
import io.tradetracker.api.order.Order;
import io.tradetracker.api.order.OrderAction;
import io.tradetracker.api.order.OrderPrices;
import io.tradetracker.api.order.OrderRequest;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.order.OrderType;
import io.tradetracker.api.order.Position;
import io.tradetracker.api.order.PositionSide;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The account at a venue: what is open, what waits, what happened. Used under the venue's lock. */
final class VenueBook {
    private static final BigDecimal START = new BigDecimal("100000");
    private static final BigDecimal MARGIN = new BigDecimal("0.05");

    private final boolean hedging;
    private final boolean keepsNames;
    private final Map<InstrumentId, Instrument> instruments = new HashMap<>();
    private final Map<InstrumentId, Quote> quotes = new HashMap<>();
    private final Map<BrokerPositionId, Position> positions = new LinkedHashMap<>();
    private final Map<BrokerOrderId, Order> orders = new LinkedHashMap<>();
    private final Set<BrokerOrderId> reducing = new HashSet<>();
    private final Set<BrokerOrderId> stopped = new HashSet<>();
    private final List<Activity> rows = new ArrayList<>();
    private BigDecimal cash = START;
    private long names;

    VenueBook(Set<BrokerCapability> capabilities, List<Instrument> instruments) {
        hedging = capabilities.contains(BrokerCapability.HEDGING);
        keepsNames = capabilities.contains(BrokerCapability.CLIENT_ORDER_IDS);
        instruments.forEach(each -> this.instruments.put(each.id(), each));
    }

    List<Position> positions() {
        return List.copyOf(positions.values());
    }

    List<Order> orders() {
        return List.copyOf(orders.values());
    }

    List<Activity> rows() {
        return rows;
    }

    AccountSnapshot account(Instant now) {
        BigDecimal profit = BigDecimal.ZERO;
        BigDecimal margin = BigDecimal.ZERO;
        for (Position held : positions.values()) {
            BigDecimal price = quote(held.instrument()).closing(held.side().entrySide());
            profit = profit.add(profit(held, held.quantity(), price));
            margin = margin.add(held.quantity().multiply(price).multiply(MARGIN));
        }
        BigDecimal equity = cash.add(profit);
        return new AccountSnapshot(
                AccountId.of("test"), now, usd(cash), usd(equity), usd(margin), usd(equity.subtract(margin)));
    }

    private static Money usd(BigDecimal amount) {
        return new Money(amount, CurrencyCode.USD);
    }

    private BigDecimal profit(Position held, BigDecimal quantity, BigDecimal price) {
        return price.subtract(held.averagePrice())
                .multiply(quantity)
                .multiply(BigDecimal.valueOf(held.side().entrySide().sign()))
                .multiply(instrument(held.instrument()).multiplier());
    }

    private Instrument instrument(InstrumentId id) {
        return Objects.requireNonNull(instruments.get(id));
    }

    private Quote quote(InstrumentId instrument) {
        Quote quote = quotes.get(instrument);
        if (quote == null) {
            throw new IllegalStateException("the test has set no price of " + instrument);
        }
        return quote;
    }

    void quote(InstrumentId instrument, BigDecimal bid, BigDecimal ask, Instant now) {
        quotes.put(instrument, new Quote(bid, ask));
        expire(now);
        for (Position held : positions()) {
            if (held.instrument().equals(instrument)) {
                protect(held, now);
            }
        }
        for (Order order : orders()) {
            if (order.instrument().equals(instrument) && isReached(order)) {
                fill(order, now);
            }
        }
    }

    private void protect(Position held, Instant now) {
        OrderSide entry = held.side().entrySide();
        BigDecimal price = quote(held.instrument()).closing(entry);
        BigDecimal stop = held.stopLoss();
        BigDecimal target = held.takeProfit();
        if (stop != null && entry.sign() * price.compareTo(stop) <= 0) {
            reduce(held, held.quantity(), Cause.of(now, ActivitySource.STOP_LOSS));
        } else if (target != null && entry.sign() * price.compareTo(target) >= 0) {
            reduce(held, held.quantity(), Cause.of(now, ActivitySource.TAKE_PROFIT));
        }
    }

    private boolean isReached(Order order) {
        BigDecimal price = quote(order.instrument()).entry(order.side());
        OrderPrices prices = order.prices();
        int sign = order.side().sign();
        BigDecimal limit = prices.limitPrice();
        BigDecimal stop = prices.stopPrice();
        if (stop == null || sign * price.compareTo(stop) >= 0) {
            stopped.add(order.id());
        }
        return stopped.contains(order.id()) && (limit == null || sign * price.compareTo(limit) <= 0);
    }

    private void fill(Order order, Instant now) {
        orders.remove(order.id());
        trade(
                new Ticket(
                        order.instrument(),
                        order.side(),
                        order.quantity(),
                        order.prices(),
                        reducing.contains(order.id())),
                new Cause(now, ActivitySource.ORDER, order.id(), order.clientOrderId()));
    }

    void expire(Instant now) {
        for (Order order : orders()) {
            Instant end = order.expiresAt();
            if (end != null && !end.isAfter(now)) {
                orders.remove(order.id());
                row(ActivityKind.ORDER_ENDED, ActivitySource.BROKER, order, now);
            }
        }
    }

    void closeOut(BrokerPositionId id, Instant now) {
        Position held = positions.get(id);
        if (held != null) {
            reduce(held, held.quantity(), Cause.of(now, ActivitySource.CLOSE_OUT));
        }
    }

    Confirmation execute(OrderAction action, BrokerReference reference, Instant now) {
        expire(now);
        Done done = switch (action) {
            case OrderAction.Submit(OrderRequest request) -> submit(request, now);
            case OrderAction.Amend amend -> amend(amend, now);
            case OrderAction.Cancel(BrokerOrderId id) -> cancel(id, now);
            case OrderAction.Close close -> close(close, now);
            case OrderAction.Protect protect -> protect(protect, now);
        };
        Confirmation.Verdict verdict =
                done.refusal().isEmpty() ? Confirmation.Verdict.DONE : Confirmation.Verdict.REFUSED;
        return new Confirmation(reference, verdict, done.refusal(), done.order(), done.positions(), done.price());
    }

    private Done submit(OrderRequest request, Instant now) {
        Instrument instrument = instruments.get(request.instrument());
        if (instrument == null || !quotes.containsKey(request.instrument())) {
            return Done.refused("UNKNOWN_INSTRUMENT");
        }
        String refusal = VenueRules.quantity(instrument, request.quantity());
        OrderPrices prices = request.prices();
        refusal = refusal.isEmpty() ? refusal(instrument, request.side(), prices, request.expiresAt(), now) : refusal;
        if (!refusal.isEmpty()) {
            return Done.refused(refusal);
        }
        ClientOrderId ours = keepsNames ? request.clientOrderId() : null;
        BrokerOrderId id = BrokerOrderId.of("O-" + ++names);
        if (request.type().equals(OrderType.MARKET)) {
            Ticket ticket =
                    new Ticket(request.instrument(), request.side(), request.quantity(), prices, request.reduceOnly());
            return trade(ticket, new Cause(now, ActivitySource.USER, id, ours));
        }
        return place(request, id, ours, now);
    }

    private String refusal(
            Instrument instrument, OrderSide side, OrderPrices prices, @Nullable Instant end, Instant now) {
        if (end != null && !end.isAfter(now)) {
            return "EXPIRY_NOT_IN_FUTURE";
        }
        BigDecimal waitsFor = prices.limitPrice() == null ? prices.stopPrice() : prices.limitPrice();
        BigDecimal entry = waitsFor == null ? quote(instrument.id()).entry(side) : waitsFor;
        String refusal = VenueRules.prices(instrument, prices);
        return refusal.isEmpty() ? VenueRules.protection(side, entry, prices.stopLoss(), prices.takeProfit()) : refusal;
    }

    private Done place(OrderRequest request, BrokerOrderId id, @Nullable ClientOrderId ours, Instant now) {
        Order order = new Order(
                id,
                ours,
                request.instrument(),
                request.side(),
                request.type(),
                request.quantity(),
                request.prices(),
                request.expiresAt(),
                now);
        BigDecimal stop = request.prices().stopPrice();
        BigDecimal price = quote(request.instrument()).entry(request.side());
        if (stop != null && request.side().sign() * price.compareTo(stop) >= 0) {
            return Done.refused("STOP_PRICE_ALREADY_REACHED");
        }
        orders.put(id, order);
        if (request.reduceOnly()) {
            reducing.add(id);
        }
        row(ActivityKind.ORDER_PLACED, ActivitySource.USER, order, now);
        if (isReached(order)) {
            fill(order, now);
        }
        return new Done("", id, List.of(), null);
    }

    private Done amend(OrderAction.Amend wanted, Instant now) {
        Order order = orders.get(wanted.order());
        if (order == null) {
            return Done.refused("NOT_FOUND");
        }
        OrderPrices prices = wanted.prices();
        boolean limited = order.prices().limitPrice() != null;
        boolean stopped = order.prices().stopPrice() != null;
        if (limited != (prices.limitPrice() != null) || stopped != (prices.stopPrice() != null)) {
            return Done.refused("PRICE_MISSING");
        }
        String refusal = refusal(instrument(order.instrument()), order.side(), prices, wanted.expiresAt(), now);
        if (!refusal.isEmpty()) {
            return Done.refused(refusal);
        }
        Order amended = new Order(
                order.id(),
                order.clientOrderId(),
                order.instrument(),
                order.side(),
                order.type(),
                order.quantity(),
                prices,
                wanted.expiresAt(),
                order.createdAt());
        orders.put(order.id(), amended);
        row(ActivityKind.ORDER_AMENDED, ActivitySource.USER, amended, now);
        if (isReached(amended)) {
            fill(amended, now);
        }
        return new Done("", order.id(), List.of(), null);
    }

    private Done cancel(BrokerOrderId id, Instant now) {
        Order order = orders.remove(id);
        if (order == null) {
            return Done.refused("NOT_FOUND");
        }
        row(ActivityKind.ORDER_ENDED, ActivitySource.USER, order, now);
        return new Done("", id, List.of(), null);
    }

    private Done close(OrderAction.Close wanted, Instant now) {
        Position held = positions.get(wanted.position());
        if (held == null) {
            return Done.refused("NOT_FOUND");
        }
        BigDecimal part = wanted.quantity() == null ? held.quantity() : wanted.quantity();
        String refusal = VenueRules.quantity(instrument(held.instrument()), part);
        if (!refusal.isEmpty() || part.compareTo(held.quantity()) > 0) {
            return Done.refused(refusal.isEmpty() ? "SIZE_ABOVE_POSITION" : refusal);
        }
        BigDecimal price = reduce(held, part, Cause.of(now, ActivitySource.USER));
        return new Done("", null, List.of(held.id()), price);
    }

    private Done protect(OrderAction.Protect wanted, Instant now) {
        Position held = positions.get(wanted.position());
        if (held == null) {
            return Done.refused("NOT_FOUND");
        }
        OrderSide entry = held.side().entrySide();
        BigDecimal price = quote(held.instrument()).closing(entry);
        OrderPrices prices = OrderPrices.NONE.withProtection(wanted.stopLoss(), wanted.takeProfit());
        String refusal = VenueRules.prices(instrument(held.instrument()), prices);
        refusal = refusal.isEmpty()
                ? VenueRules.protection(entry, price, wanted.stopLoss(), wanted.takeProfit())
                : refusal;
        if (!refusal.isEmpty()) {
            return Done.refused(refusal);
        }
        positions.put(held.id(), with(held, held.quantity(), wanted.stopLoss(), wanted.takeProfit()));
        rows.add(new Activity(
                "A-" + ++names,
                now,
                ActivityKind.PROTECTED,
                ActivitySource.USER,
                held.instrument(),
                null,
                null,
                null,
                held.id(),
                null,
                null));
        return new Done("", null, List.of(held.id()), null);
    }

    /** Closes what is opposite, the oldest first, and opens the rest. */
    private Done trade(Ticket ticket, Cause cause) {
        List<BrokerPositionId> touched = new ArrayList<>();
        BigDecimal left = ticket.quantity();
        for (Position held : hedging && !ticket.reduceOnly() ? List.<Position>of() : positions()) {
            boolean opposite =
                    held.instrument().equals(ticket.instrument()) && held.side().entrySide() != ticket.side();
            if (opposite && left.signum() > 0) {
                BigDecimal part = left.min(held.quantity());
                reduce(held, part, cause);
                touched.add(held.id());
                left = left.subtract(part);
            }
        }
        BigDecimal price = quote(ticket.instrument()).entry(ticket.side());
        if (left.signum() > 0 && !ticket.reduceOnly()) {
            touched.add(open(ticket, left, price, cause));
        } else if (touched.isEmpty()) {
            return Done.refused("NOTHING_TO_REDUCE");
        }
        return new Done("", cause.order(), touched, price);
    }

    private BrokerPositionId open(Ticket ticket, BigDecimal quantity, BigDecimal price, Cause cause) {
        BrokerPositionId id = BrokerPositionId.of("P-" + ++names);
        PositionSide side = ticket.side() == OrderSide.BUY ? PositionSide.LONG : PositionSide.SHORT;
        positions.put(
                id,
                new Position(
                        id,
                        cause.clientOrderId(),
                        cause.order(),
                        ticket.instrument(),
                        side,
                        quantity,
                        price,
                        cause.time(),
                        ticket.prices().stopLoss(),
                        ticket.prices().takeProfit()));
        row(id, ticket.instrument(), ticket.side(), quantity, price, cause);
        return id;
    }

    private BigDecimal reduce(Position held, BigDecimal part, Cause cause) {
        OrderSide exit = held.side().entrySide().opposite();
        BigDecimal price = quote(held.instrument()).entry(exit);
        cash = cash.add(profit(held, part, price));
        BigDecimal left = held.quantity().subtract(part);
        if (left.signum() == 0) {
            positions.remove(held.id());
        } else {
            positions.put(held.id(), with(held, left, held.stopLoss(), held.takeProfit()));
        }
        row(held.id(), held.instrument(), exit, part, price, cause);
        return price;
    }

    private static Position with(
            Position held, BigDecimal quantity, @Nullable BigDecimal stopLoss, @Nullable BigDecimal takeProfit) {
        return new Position(
                held.id(),
                held.clientOrderId(),
                held.order(),
                held.instrument(),
                held.side(),
                quantity,
                held.averagePrice(),
                held.openedAt(),
                stopLoss,
                takeProfit);
    }

    private void row(
            BrokerPositionId position,
            InstrumentId instrument,
            OrderSide side,
            BigDecimal quantity,
            BigDecimal price,
            Cause cause) {
        rows.add(new Activity(
                "A-" + ++names,
                cause.time(),
                ActivityKind.TRADE,
                cause.source(),
                instrument,
                side,
                quantity,
                price,
                position,
                cause.order(),
                cause.clientOrderId()));
    }

    private void row(ActivityKind kind, ActivitySource source, Order order, Instant now) {
        rows.add(new Activity(
                "A-" + ++names,
                now,
                kind,
                source,
                order.instrument(),
                order.side(),
                order.quantity(),
                null,
                null,
                order.id(),
                order.clientOrderId()));
    }

    private record Quote(BigDecimal bid, BigDecimal ask) {
        BigDecimal entry(OrderSide side) {
            return side == OrderSide.BUY ? ask : bid;
        }

        BigDecimal closing(OrderSide entry) {
            return entry(entry.opposite());
        }
    }

    private record Ticket(
            InstrumentId instrument, OrderSide side, BigDecimal quantity, OrderPrices prices, boolean reduceOnly) {}

    private record Cause(
            Instant time,
            ActivitySource source,
            @Nullable BrokerOrderId order,
            @Nullable ClientOrderId clientOrderId) {
        static Cause of(Instant time, ActivitySource source) {
            return new Cause(time, source, null, null);
        }
    }

    private record Done(
            String refusal,
            @Nullable BrokerOrderId order,
            List<BrokerPositionId> positions,
            @Nullable BigDecimal price) {
        static Done refused(String code) {
            return new Done(code, null, List.of(), null);
        }
    }
}
