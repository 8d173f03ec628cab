package io.tradetracker.core.gateway;

import io.tradetracker.api.broker.Broker;
import io.tradetracker.api.broker.BrokerCapability;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.order.ClientOrderId;
import io.tradetracker.api.order.OrderRequest;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.account.AccountEvent;
import io.tradetracker.core.lease.InMemoryLeases;
import io.tradetracker.core.lease.LeaseTerms;
import io.tradetracker.core.lease.Leases;
import io.tradetracker.core.risk.OrderRules;
import io.tradetracker.testkit.broker.Faults;
import io.tradetracker.testkit.broker.FaultyBroker;
import io.tradetracker.testkit.broker.TestVenue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/** A gateway to a venue in memory, which can be dropped as a dead process drops it, and made anew on its record. */
final class GatewayRig implements AutoCloseable {
    static final InstrumentId GOLD = InstrumentId.of("GOLD");
    static final InstrumentId OIL = InstrumentId.of("OIL");
    static final TradingAccount ACCOUNT = TradingAccount.of("test", "1");
    static final OrderOwner ADA = OrderOwner.person("Ada");
    static final OrderOwner TREND = OrderOwner.bot("trend");
    static final Duration LONG = Duration.ofSeconds(20);
    static final Set<BrokerCapability> NETTING =
            Set.of(BrokerCapability.WORKING_ORDERS, BrokerCapability.BRACKETS, BrokerCapability.REDUCE_ONLY);
    static final GatewayTerms TERMS = new GatewayTerms(
            Duration.ofMillis(40),
            2,
            Duration.ofMillis(400),
            Duration.ofMillis(20),
            Duration.ofSeconds(30),
            Duration.ofSeconds(5));
    private static final Duration LONGEST_REQUEST = Duration.ofMillis(150);

    final TestVenue venue;
    final FaultyBroker broker;
    final OrderJournal journal = new InMemoryOrderJournal();
    final Leases leases =
            new InMemoryLeases(new LeaseTerms(Duration.ofSeconds(2), Duration.ofMillis(150)), System::nanoTime);
    final List<GatewayFact> facts = new CopyOnWriteArrayList<>();
    final List<RuntimeException> failures = new CopyOnWriteArrayList<>();
    private final List<OrderGateway> opened = new ArrayList<>();
    private OrderRules rules = OrderRules.NONE;
    private Runnable meanwhile = () -> {};
    private int names;

    GatewayRig(Set<BrokerCapability> capabilities, Faults faults, long seed) {
        InstantSource clock = InstantSource.system();
        venue = new TestVenue(clock, capabilities, List.of(Instrument.of("GOLD"), Instrument.of("OIL")));
        venue.quote(GOLD, "99", "100");
        venue.quote(OIL, "49", "50");
        broker = new FaultyBroker(venue.connect("gateway", LONGEST_REQUEST), faults, clock, seed);
    }

    /** Something happens each time right before a request is sent, after it was put on record. */
    void whileSending(Runnable what) {
        meanwhile = what;
    }

    static GatewayRig netting() {
        return new GatewayRig(NETTING, Faults.NONE, 1);
    }

    GatewayRig rules(OrderRules limits) {
        rules = limits;
        return this;
    }

    OrderGateway open() {
        Mortal process = new Mortal(broker, journal);
        process.whileSending(() -> meanwhile.run());
        return open(process, process);
    }

    OrderGateway open(Broker through, OrderJournal on) {
        OrderGateway gateway = TradeTracker.create()
                .gateway(through, ACCOUNT)
                .journal(on)
                .leases(leases, "holder " + opened.size(), Duration.ofMillis(100))
                .rules(rules, instrument -> 100)
                .terms(TERMS)
                .listener(new GatewayListener() {
                    @Override
                    public void onFact(long sequence, GatewayFact fact) {
                        facts.add(fact);
                    }

                    @Override
                    public void onFailed(RuntimeException failure) {
                        failures.add(failure);
                    }
                })
                .open();
        opened.add(gateway);
        return gateway;
    }

    OrderGateway trading() {
        OrderGateway gateway = open();
        if (!gateway.awaitTrading(LONG)) {
            throw new AssertionError("not traded: " + gateway.snapshot().reason() + " " + failures);
        }
        return gateway;
    }

    OrderRequest buy(String quantity) {
        return market(GOLD, OrderSide.BUY, quantity);
    }

    OrderRequest sell(String quantity) {
        return market(GOLD, OrderSide.SELL, quantity);
    }

    OrderRequest market(InstrumentId instrument, OrderSide side, String quantity) {
        return OrderRequest.market(name(), instrument, side, new BigDecimal(quantity));
    }

    OrderRequest limit(OrderSide side, String quantity, String price) {
        return OrderRequest.limit(name(), GOLD, side, new BigDecimal(quantity), new BigDecimal(price));
    }

    ClientOrderId name() {
        return ClientOrderId.of("n-" + ++names);
    }

    /** {@return what was seen on the account and is on record, with the intent that caused it} */
    List<GatewayFact.Seen> seen(Class<? extends AccountEvent> kind) {
        List<GatewayFact.Seen> seen = new ArrayList<>();
        journal.read(ACCOUNT, 0, (sequence, fact) -> {
            if (fact instanceof GatewayFact.Seen each && kind.isInstance(each.event())) {
                seen.add(each);
            }
        });
        return seen;
    }

    static void await(String what, BooleanSupplier condition) {
        long until = System.nanoTime() + LONG.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - until > 0) {
                throw new AssertionError("waited too long for " + what);
            }
            Thread.onSpinWait();
            Thread.yield();
        }
    }

    @Override
    public void close() {
        opened.forEach(OrderGateway::close);
    }
}
