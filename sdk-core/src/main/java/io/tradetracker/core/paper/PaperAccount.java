package io.tradetracker.core.paper;

import io.tradetracker.api.account.AccountId;
import io.tradetracker.api.account.AccountSnapshot;
import io.tradetracker.api.account.Money;
import io.tradetracker.api.broker.Activity;
import io.tradetracker.api.broker.ActivityKind;
import io.tradetracker.api.broker.ActivitySource;
import io.tradetracker.api.broker.BrokerCapability;
import io.tradetracker.api.broker.BrokerReference;
import io.tradetracker.api.broker.Confirmation;
import io.tradetracker.api.broker.MarketListener;
import io.tradetracker.api.broker.SubmitOutcome;
import io.tradetracker.api.broker.SubmitOutcome.Refused;
import io.tradetracker.api.broker.Subscription;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.Print;
import io.tradetracker.api.market.Quote;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.order.BrokerPositionId;
import io.tradetracker.api.order.Order;
import io.tradetracker.api.order.OrderAction;
import io.tradetracker.api.order.OrderPrices;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.order.Position;
import io.tradetracker.api.order.PositionSide;
import io.tradetracker.api.strategy.Intent;
import io.tradetracker.api.strategy.LotView;
import io.tradetracker.api.strategy.OrderView;
import io.tradetracker.api.strategy.Rejection;
import io.tradetracker.core.paper.PaperRules.Refusal;
import io.tradetracker.core.simulation.AccountSettings;
import io.tradetracker.core.simulation.PositionMode;
import io.tradetracker.core.simulation.SimulatedBroker;
import io.tradetracker.core.simulation.SimulatedMarket;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The simulated account of backtests, on live prices. Each quote, or each print of an instrument that has no quotes, is
 * a candle of one price: what it reaches fills by the rules of backtests, and market orders fill at once at the last
 * one. What is open is worth the middle of bid and ask. Its clock is the time of the prices. Held in memory. Safe for
 * use by several threads; connect with {@link PaperBroker}.
 */
public final class PaperAccount implements MarketListener {
    private static final Timeframe MOMENT = Timeframe.of(Duration.ofMillis(1));
    private static final int MONEY_DIGITS = 8;

    private final AccountId id;
    private final AccountSettings settings;
    private final List<Instrument> instruments;
    private final SimulatedBroker simulation;
    private final Map<String, PaperOrder> orders = new HashMap<>();
    private final Map<String, PaperOrder> waiting = new LinkedHashMap<>();
    private final Map<BrokerReference, Confirmation> confirmations = new HashMap<>();
    private final Set<InstrumentId> quoted = new HashSet<>();
    private final List<Waking> listeners = new CopyOnWriteArrayList<>();
    private final PaperRecord rows;
    private Instant now = Instant.EPOCH;
    private long requests;

    /**
     * Opens an account.
     *
     * @param settings its money and costs; a spread counts only where there are no quotes
     * @param instruments what can be traded
     */
    public PaperAccount(AccountId id, AccountSettings settings, List<Instrument> instruments) {
        this.id = id;
        this.settings = settings;
        this.instruments = List.copyOf(instruments);
        simulation = new SimulatedBroker(
                settings, MOMENT, instruments.stream().map(SimulatedMarket::of).toList());
        rows = new PaperRecord(simulation, orders);
    }

    // ---- prices ----

    @Override
    public void onQuote(Quote quote) {
        priced(quote.time(), quote.instrument(), (index, millis) -> {
            quoted.add(quote.instrument());
            simulation.onQuote(index, millis, quote.bid(), quote.ask());
        });
    }

    @Override
    public void onPrint(Print print) {
        priced(print.time(), print.instrument(), (index, millis) -> {
            if (!quoted.contains(print.instrument())) {
                simulation.onOpen(index, millis, print.price());
                simulation.onRange(index, print.price(), print.price(), print.price());
                simulation.onClose(index, print.price());
                simulation.onMoment(millis);
            }
        });
    }

    @Override
    public void onTime(Instant time) {
        boolean ended;
        synchronized (this) {
            ended = moveTo(time);
        }
        if (ended) {
            wake();
        }
    }

    private void priced(Instant time, InstrumentId instrument, Pricing pricing) {
        int index = indexOf(instrument);
        if (index < 0) {
            return;
        }
        boolean changed;
        synchronized (this) {
            changed = moveTo(time);
            pricing.accept(index, now.toEpochMilli());
            changed |= !rows.takeFills().isEmpty();
            changed |= dropEnded();
        }
        if (changed) {
            wake();
        }
    }

    private boolean moveTo(Instant time) {
        Instant moment = time.truncatedTo(ChronoUnit.MILLIS);
        now = moment.isAfter(now) ? moment : now;
        List<PaperOrder> over =
                waiting.values().stream().filter(order -> order.isOverAt(now)).toList();
        over.forEach(order -> end(order, ActivitySource.BROKER));
        return !over.isEmpty();
    }

    /** What was filled, or could not be when its price came, waits no longer. */
    private boolean dropEnded() {
        Set<String> left = new HashSet<>();
        simulation.orders().stream().map(OrderView::tag).forEach(left::add);
        List<PaperOrder> gone = waiting.values().stream()
                .filter(order -> !left.contains(order.tag()))
                .toList();
        for (PaperOrder order : gone) {
            waiting.remove(order.tag());
            if (!rows.traded(order.id())) {
                rows.order(ActivityKind.ORDER_ENDED, ActivitySource.BROKER, order, now);
            }
        }
        return !gone.isEmpty();
    }

    private void wake() {
        listeners.forEach(Waking::run);
    }

    private int indexOf(InstrumentId instrument) {
        return IntStream.range(0, instruments.size())
                .filter(i -> instruments.get(i).id().equals(instrument))
                .findFirst()
                .orElse(-1);
    }

    // ---- what is asked for ----

    SubmitOutcome execute(OrderAction action) {
        SubmitOutcome outcome;
        synchronized (this) {
            Done done = switch (action) {
                case OrderAction.Submit submit -> submit(submit);
                case OrderAction.Amend amend -> amend(amend);
                case OrderAction.Cancel cancel -> cancel(cancel);
                case OrderAction.Close close -> close(close);
                case OrderAction.Protect protect -> protect(protect);
            };
            outcome = outcome(done);
        }
        if (outcome instanceof SubmitOutcome.Accepted) {
            wake();
        }
        return outcome;
    }

    private SubmitOutcome outcome(Done done) {
        if (done.refusal() != null) {
            return new Refused(done.refusal().code(), done.refusal().message());
        }
        BrokerReference reference = BrokerReference.of("R-" + ++requests);
        confirmations.put(
                reference,
                new Confirmation(
                        reference,
                        Confirmation.Verdict.DONE,
                        "",
                        done.order() == null ? null : done.order().id(),
                        done.positions(),
                        done.price()));
        return new SubmitOutcome.Accepted(reference);
    }

    private Done submit(OrderAction.Submit action) {
        int index = indexOf(action.request().instrument());
        if (index < 0) {
            return Done.refused(
                    "UNKNOWN_INSTRUMENT",
                    "the account does not trade " + action.request().instrument());
        }
        Optional<Refusal> refusal = PaperRules.order(instruments.get(index), action.request(), now);
        if (refusal.isPresent()) {
            return Done.refused(refusal.get());
        }
        PaperOrder order = PaperOrder.of(++requests, action.request(), now);
        orders.put(order.tag(), order);
        Done done = done(order.intent(), order);
        if (done.refusal() != null) {
            orders.remove(order.tag());
        } else if (!order.isMarket()) {
            waiting.put(order.tag(), order);
            rows.order(ActivityKind.ORDER_PLACED, ActivitySource.USER, order, now);
        }
        return done;
    }

    /** Lets the simulation do what it can do at once. */
    private Done done(Intent intent, @Nullable PaperOrder order) {
        int refusals = simulation.rejections().size();
        int fills = rows.fills();
        simulation.submit(List.of(intent), now.toEpochMilli(), false);
        simulation.fillAtClose(now.toEpochMilli());
        List<BrokerPositionId> touched = List.copyOf(rows.takeFills());
        boolean filled = rows.fills() > fills;
        if (!filled && simulation.rejections().size() > refusals) {
            Rejection why = simulation.rejections().getLast();
            return Done.refused(why.code(), why.message());
        }
        return new Done(null, order, touched, filled ? rows.price(fills) : null);
    }

    private Done amend(OrderAction.Amend wanted) {
        PaperOrder before = waiting.get(wanted.order().value());
        if (before == null) {
            return Done.notFound("order " + wanted.order());
        }
        Instrument instrument = instruments.get(indexOf(before.request().instrument()));
        boolean complete = (before.prices().limitPrice() == null)
                        == (wanted.prices().limitPrice() == null)
                && (before.prices().stopPrice() == null) == (wanted.prices().stopPrice() == null);
        Optional<Refusal> refusal = complete
                ? PaperRules.prices(instrument, wanted.prices()).or(() -> PaperRules.end(wanted.expiresAt(), now))
                : Refusal.of(
                        "PRICES",
                        "the prices must be those of a " + before.request().type() + " order");
        if (refusal.isPresent()) {
            return Done.refused(refusal.get());
        }
        PaperOrder after = before.amended(wanted.prices(), wanted.expiresAt());
        Done done = replaced(before, after);
        if (done.refusal() == null) {
            orders.put(after.tag(), after);
            waiting.put(after.tag(), after);
            rows.order(ActivityKind.ORDER_AMENDED, ActivitySource.USER, after, now);
        } else {
            replaced(after, before);
        }
        return done;
    }

    private Done replaced(PaperOrder old, PaperOrder other) {
        withdraw(old);
        return done(other.intent(), other);
    }

    private void withdraw(PaperOrder order) {
        Intent cancel = new Intent.Cancel(order.request().instrument(), order.tag());
        simulation.submit(List.of(cancel), now.toEpochMilli(), false);
    }

    private Done cancel(OrderAction.Cancel wanted) {
        PaperOrder order = waiting.get(wanted.order().value());
        if (order == null) {
            return Done.notFound("order " + wanted.order());
        }
        end(order, ActivitySource.USER);
        return new Done(null, order, List.of(), null);
    }

    private void end(PaperOrder order, ActivitySource source) {
        withdraw(order);
        waiting.remove(order.tag());
        rows.order(ActivityKind.ORDER_ENDED, source, order, now);
    }

    private Done close(OrderAction.Close wanted) {
        Optional<Open> open = find(wanted.position());
        if (open.isEmpty()) {
            return Done.notFound("position " + wanted.position());
        }
        BigDecimal quantity = wanted.quantity();
        if (quantity != null) {
            Optional<Refusal> refusal = PaperRules.quantity(open.get().instrument(), quantity);
            if (refusal.isPresent()) {
                return Done.refused(refusal.get());
            }
            if (quantity.compareTo(PaperRecord.exact(open.get().lot().quantity())) > 0) {
                return Done.refused("QUANTITY_ABOVE_POSITION", "the position is smaller than " + quantity);
            }
        }
        double units = quantity == null ? Double.NaN : quantity.doubleValue();
        return done(
                Intent.Exit.all()
                        .withInstrument(open.get().instrument().id())
                        .withPart(open.get().lot().tag(), units, 100)
                        .withTag("C-" + ++requests),
                null);
    }

    private Done protect(OrderAction.Protect wanted) {
        Optional<Open> open = find(wanted.position());
        if (open.isEmpty()) {
            return Done.notFound("position " + wanted.position());
        }
        Instrument instrument = open.get().instrument();
        OrderPrices prices = OrderPrices.NONE.withProtection(wanted.stopLoss(), wanted.takeProfit());
        Optional<Refusal> refusal = PaperRules.prices(instrument, prices);
        if (refusal.isPresent()) {
            return Done.refused(refusal.get());
        }
        Done done = done(
                new Intent.Amend(
                        instrument.id(),
                        open.get().lot().tag(),
                        PaperOrder.protection(wanted.stopLoss(), wanted.takeProfit()),
                        true),
                null);
        if (done.refusal() != null) {
            return done;
        }
        rows.protection(wanted.position(), instrument, now);
        return new Done(null, null, List.of(wanted.position()), null);
    }

    // ---- what is there ----

    private List<Open> open() {
        List<Open> all = new ArrayList<>();
        for (int i = 0; i < instruments.size(); i++) {
            for (LotView lot : simulation.position(i).lots()) {
                PaperOrder order = orders.get(lot.tag());
                if (order != null) {
                    all.add(new Open(instruments.get(i), lot, order));
                }
            }
        }
        return all;
    }

    private Optional<Open> find(BrokerPositionId position) {
        return open().stream()
                .filter(each -> each.order().position().equals(position))
                .findFirst();
    }

    synchronized List<Position> positions() {
        return open().stream().map(Open::view).toList();
    }

    synchronized List<Order> orders() {
        return waiting.values().stream().map(PaperOrder::view).toList();
    }

    synchronized List<Activity> activitySince(Instant from) {
        return rows.since(from);
    }

    synchronized Optional<Confirmation> confirm(BrokerReference reference) {
        return Optional.ofNullable(confirmations.get(reference));
    }

    synchronized AccountSnapshot snapshot() {
        Money equity = money(simulation.equity());
        Money margin = money(simulation.marginUsed());
        return new AccountSnapshot(id, now, money(simulation.balance()), equity, margin, equity.minus(margin));
    }

    private Money money(double amount) {
        return new Money(
                BigDecimal.valueOf(amount).setScale(MONEY_DIGITS, RoundingMode.HALF_EVEN), settings.currency());
    }

    /** {@return what a broker of this account can do} */
    Set<BrokerCapability> capabilities() {
        Set<BrokerCapability> all = new HashSet<>(Set.of(
                BrokerCapability.CLIENT_ORDER_IDS,
                BrokerCapability.REDUCE_ONLY,
                BrokerCapability.PARTIAL_CLOSE,
                BrokerCapability.WORKING_ORDERS,
                BrokerCapability.STOP_LIMIT_ORDERS,
                BrokerCapability.BRACKETS));
        if (settings.rules().positionMode() == PositionMode.HEDGING) {
            all.add(BrokerCapability.HEDGING);
        }
        return Set.copyOf(all);
    }

    Subscription onChange(Runnable wake) {
        Waking waking = new Waking(wake);
        listeners.add(waking);
        return () -> {
            waking.end();
            listeners.remove(waking);
        };
    }

    /** Calls nobody once it has ended, whichever thread was about to. */
    private static final class Waking {
        private final Runnable wake;
        private boolean ended;

        Waking(Runnable wake) {
            this.wake = wake;
        }

        synchronized void run() {
            if (!ended) {
                wake.run();
            }
        }

        synchronized void end() {
            ended = true;
        }
    }

    @FunctionalInterface
    private interface Pricing {
        void accept(int instrument, long millis);
    }

    private record Open(Instrument instrument, LotView lot, PaperOrder order) {
        Position view() {
            return new Position(
                    order.position(),
                    order.request().clientOrderId(),
                    order.id(),
                    instrument.id(),
                    lot.side() == OrderSide.BUY ? PositionSide.LONG : PositionSide.SHORT,
                    PaperRecord.exact(lot.quantity()),
                    PaperRecord.exact(lot.price()),
                    lot.openedAt(),
                    price(lot.stopLoss()),
                    price(lot.takeProfit()));
        }

        private static @Nullable BigDecimal price(double price) {
            return Double.isNaN(price) ? null : PaperRecord.exact(price);
        }
    }

    private record Done(
            @Nullable Refusal refusal,
            @Nullable PaperOrder order,
            List<BrokerPositionId> positions,
            @Nullable BigDecimal price) {
        static Done refused(Refusal why) {
            return new Done(why, null, List.of(), null);
        }

        static Done refused(String code, String message) {
            return refused(new Refusal(code, message));
        }

        static Done notFound(String what) {
            return refused(Refused.NOT_FOUND, what + " is not there, or not any more");
        }
    }
}
