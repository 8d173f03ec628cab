package io.tradetracker.coretestkit;

import io.tradetracker.api.account.AccountId;
import io.tradetracker.api.account.AccountSnapshot;
import io.tradetracker.api.account.CurrencyCode;
import io.tradetracker.api.account.Money;
import io.tradetracker.api.broker.Activity;
import io.tradetracker.api.broker.ActivityKind;
import io.tradetracker.api.broker.ActivitySource;
import io.tradetracker.api.broker.BrokerReference;
import io.tradetracker.api.broker.SubmitOutcome;
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
import io.tradetracker.api.order.TimeInForce;
import io.tradetracker.core.account.AccountEvent;
import io.tradetracker.core.gateway.GatewayFact;
import io.tradetracker.core.gateway.OrderIntent;
import io.tradetracker.core.gateway.OrderOwner;
import io.tradetracker.core.gateway.Settlement;
import io.tradetracker.core.risk.CheckResult;
import io.tradetracker.core.risk.HaltMode;
import io.tradetracker.core.risk.KillSwitch;
import io.tradetracker.core.risk.RuleName;
import io.tradetracker.core.risk.RuleOutcome;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Facts of every kind from a seed, with nulls, extreme numbers and times, and texts that spoil files and databases. The
 * same seed gives the same facts. Used by one thread.
 */
public final class RandomFacts {
    private final OddValues odd;

    private RandomFacts(Random random) {
        odd = new OddValues(random);
    }

    /** {@return facts of that seed} */
    public static RandomFacts seeded(long seed) {
        return new RandomFacts(new Random(seed));
    }

    /** {@return a fact of any kind} */
    public GatewayFact next() {
        return any(facts());
    }

    /** {@return that many facts of any kind} */
    public List<GatewayFact> next(int count) {
        return Stream.generate(this::next).limit(count).toList();
    }

    private <T> T any(Map<Class<? extends T>, Supplier<T>> kinds) {
        return odd.of(List.copyOf(inOrder(kinds))).get();
    }

    private static <T> List<Supplier<T>> inOrder(Map<Class<? extends T>, Supplier<T>> kinds) {
        return kinds.entrySet().stream()
                .sorted((one, other) ->
                        one.getKey().getName().compareTo(other.getKey().getName()))
                .map(Map.Entry::getValue)
                .toList();
    }

    Map<Class<? extends GatewayFact>, Supplier<GatewayFact>> facts() {
        return Map.ofEntries(
                Map.entry(GatewayFact.Began.class, () -> new GatewayFact.Began(odd.time(), odd.text())),
                Map.entry(GatewayFact.Intended.class, () -> new GatewayFact.Intended(odd.time(), intent(), odd.flag())),
                Map.entry(GatewayFact.Due.class, () -> new GatewayFact.Due(odd.time(), orderId())),
                Map.entry(
                        GatewayFact.InputsHandled.class,
                        () -> new GatewayFact.InputsHandled(odd.time(), owner(), odd.whole())),
                Map.entry(
                        GatewayFact.Declined.class,
                        () -> new GatewayFact.Declined(odd.time(), intent(), odd.text(), odd.text())),
                Map.entry(
                        GatewayFact.Answered.class,
                        () -> new GatewayFact.Answered(odd.time(), orderId(), any(outcomes()))),
                Map.entry(
                        GatewayFact.Settled.class, () -> new GatewayFact.Settled(odd.time(), orderId(), settlement())),
                Map.entry(
                        GatewayFact.HandedOver.class,
                        () -> new GatewayFact.HandedOver(odd.time(), orderId(), odd.text())),
                Map.entry(
                        GatewayFact.Seen.class,
                        () -> new GatewayFact.Seen(odd.time(), any(events()), odd.maybe(this::orderId))),
                Map.entry(
                        GatewayFact.Assigned.class, () -> new GatewayFact.Assigned(odd.time(), instrument(), owner())),
                Map.entry(GatewayFact.Freed.class, () -> new GatewayFact.Freed(odd.time(), instrument())),
                Map.entry(GatewayFact.EquityNoted.class, () -> new GatewayFact.EquityNoted(odd.time(), odd.number())),
                Map.entry(GatewayFact.Killed.class, () -> new GatewayFact.Killed(odd.time(), killSwitch())),
                Map.entry(GatewayFact.Resumed.class, () -> new GatewayFact.Resumed(odd.time(), odd.text())));
    }

    Map<Class<? extends AccountEvent>, Supplier<AccountEvent>> events() {
        return Map.of(
                AccountEvent.OrderPlaced.class, () -> new AccountEvent.OrderPlaced(order()),
                AccountEvent.OrderChanged.class, () -> new AccountEvent.OrderChanged(order(), order()),
                AccountEvent.OrderGone.class, () -> new AccountEvent.OrderGone(order()),
                AccountEvent.PositionOpened.class, () -> new AccountEvent.PositionOpened(position()),
                AccountEvent.PositionChanged.class, () -> new AccountEvent.PositionChanged(position(), position()),
                AccountEvent.PositionClosed.class, () -> new AccountEvent.PositionClosed(position()),
                AccountEvent.ActivityAdded.class, () -> new AccountEvent.ActivityAdded(activity()),
                AccountEvent.BalanceChanged.class, () -> new AccountEvent.BalanceChanged(snapshot()));
    }

    Map<Class<? extends SubmitOutcome>, Supplier<SubmitOutcome>> outcomes() {
        return Map.of(
                SubmitOutcome.Accepted.class, () -> new SubmitOutcome.Accepted(reference()),
                SubmitOutcome.Refused.class, () -> new SubmitOutcome.Refused(odd.text(), odd.text()),
                SubmitOutcome.Unknown.class, () -> new SubmitOutcome.Unknown(odd.text(), odd.maybe(this::reference)));
    }

    Map<Class<? extends OrderAction>, Supplier<OrderAction>> actions(ClientOrderId id) {
        return Map.of(
                OrderAction.Submit.class,
                () -> new OrderAction.Submit(request(id)),
                OrderAction.Amend.class,
                () -> new OrderAction.Amend(brokerOrder(), prices(), odd.maybe(odd::time)),
                OrderAction.Cancel.class,
                () -> new OrderAction.Cancel(brokerOrder()),
                OrderAction.Close.class,
                () -> new OrderAction.Close(brokerPosition(), odd.maybe(odd::above)),
                OrderAction.Protect.class,
                () -> new OrderAction.Protect(brokerPosition(), odd.maybe(odd::decimal), odd.maybe(odd::decimal)));
    }

    private OrderIntent intent() {
        ClientOrderId id = orderId();
        return new OrderIntent(id, owner(), instrument(), any(actions(id)), odd.decimal(), check());
    }

    private CheckResult check() {
        List<RuleOutcome> outcomes = new ArrayList<>();
        for (int i = odd.below(4); i > 0; i--) {
            outcomes.add(new RuleOutcome(new RuleName(odd.text()), odd.number(), odd.number(), odd.flag(), odd.text()));
        }
        return new CheckResult(outcomes);
    }

    private OrderRequest request(ClientOrderId id) {
        OrderType type = odd.of(List.of(
                OrderType.MARKET, OrderType.LIMIT, OrderType.STOP, OrderType.STOP_LIMIT, new OrderType(odd.text())));
        TimeInForce inForce =
                odd.of(List.of(TimeInForce.GTC, TimeInForce.IOC, TimeInForce.DAY, new TimeInForce(odd.text())));
        OrderPrices prices = prices().withLimitPrice(odd.decimal()).withStopPrice(odd.decimal());
        OrderRequest request = new OrderRequest(
                id, instrument(), side(), type, odd.above(), inForce, odd.maybe(odd::time), prices, odd.flag());
        return odd.flag() ? request : request.withExpiry(odd.time());
    }

    private OrderPrices prices() {
        return new OrderPrices(
                odd.maybe(odd::decimal), odd.maybe(odd::decimal), odd.maybe(odd::decimal), odd.maybe(odd::decimal));
    }

    private Order order() {
        return new Order(
                brokerOrder(),
                odd.maybe(this::orderId),
                instrument(),
                side(),
                new OrderType(odd.text()),
                odd.decimal(),
                prices(),
                odd.maybe(odd::time),
                odd.time());
    }

    private Position position() {
        return new Position(
                brokerPosition(),
                odd.maybe(this::orderId),
                odd.maybe(this::brokerOrder),
                instrument(),
                odd.of(List.of(PositionSide.values())),
                odd.decimal(),
                odd.decimal(),
                odd.time(),
                odd.maybe(odd::decimal),
                odd.maybe(odd::decimal));
    }

    private Activity activity() {
        return new Activity(
                odd.text(),
                odd.time(),
                odd.of(List.of(ActivityKind.TRADE, new ActivityKind(odd.text()))),
                odd.of(List.of(ActivitySource.USER, new ActivitySource(odd.text()))),
                instrument(),
                odd.maybe(this::side),
                odd.maybe(odd::decimal),
                odd.maybe(odd::decimal),
                odd.maybe(this::brokerPosition),
                odd.maybe(this::brokerOrder),
                odd.maybe(this::orderId));
    }

    private AccountSnapshot snapshot() {
        return new AccountSnapshot(AccountId.of(odd.name(500)), odd.time(), money(), money(), money(), money());
    }

    private Money money() {
        String amount = odd.of(List.of("0", "-0.00", "12.50", "9".repeat(40), "-0." + "1".repeat(40), "1E+39"));
        return new Money(new BigDecimal(amount), odd.of(List.of(CurrencyCode.USD, CurrencyCode.of("1000PEPE"))));
    }

    private Settlement settlement() {
        List<BrokerPositionId> positions =
                Stream.generate(this::brokerPosition).limit(odd.below(3)).toList();
        return new Settlement(
                odd.of(List.of(Settlement.Result.values())),
                odd.text(),
                odd.maybe(this::brokerOrder),
                positions,
                odd.maybe(odd::decimal));
    }

    private KillSwitch killSwitch() {
        return new KillSwitch(odd.time(), odd.name(KillSwitch.LONGEST_REASON), odd.of(List.of(HaltMode.values())));
    }

    private OrderOwner owner() {
        return new OrderOwner(odd.of(List.of(OrderOwner.Kind.values())), odd.name(100));
    }

    private OrderSide side() {
        return odd.of(List.of(OrderSide.values()));
    }

    private InstrumentId instrument() {
        return InstrumentId.of(odd.of(List.of("US500", "BTC/USD", ".", "-", "a_b:c", "X".repeat(40))));
    }

    private ClientOrderId orderId() {
        return ClientOrderId.of(odd.name(64));
    }

    private BrokerOrderId brokerOrder() {
        return BrokerOrderId.of(odd.name(128));
    }

    private BrokerPositionId brokerPosition() {
        return BrokerPositionId.of(odd.name(128));
    }

    private BrokerReference reference() {
        return BrokerReference.of(odd.name(128));
    }
}
