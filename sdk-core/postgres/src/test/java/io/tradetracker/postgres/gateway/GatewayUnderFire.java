package io.tradetracker.postgres.gateway;

import io.tradetracker.api.broker.BrokerCapability;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.order.BrokerOrderId;
import io.tradetracker.api.order.BrokerPositionId;
import io.tradetracker.api.order.ClientOrderId;
import io.tradetracker.api.order.OrderAction;
import io.tradetracker.api.order.OrderPrices;
import io.tradetracker.api.order.OrderRequest;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.account.WantedAction;
import io.tradetracker.core.gateway.FileOrderJournal;
import io.tradetracker.core.gateway.GatewayFact;
import io.tradetracker.core.gateway.GatewayTerms;
import io.tradetracker.core.gateway.IntentReport;
import io.tradetracker.core.gateway.OrderGateway;
import io.tradetracker.core.gateway.OrderJournal;
import io.tradetracker.core.gateway.OrderOwner;
import io.tradetracker.core.gateway.TradingAccount;
import io.tradetracker.core.lease.InMemoryLeases;
import io.tradetracker.core.lease.LeaseTerms;
import io.tradetracker.core.lease.Leases;
import io.tradetracker.database.Database;
import io.tradetracker.database.DatabaseConfig;
import io.tradetracker.postgres.lease.PostgresLeases;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A process with a gateway for each of many cases. It sets up what is needed, asks for the thing itself, and stops at
 * the step at which it is to be killed; or, the next time, finds out what became of all that and tells.
 */
final class GatewayUnderFire {
    static final InstrumentId GOLD = InstrumentId.of("GOLD");
    static final Set<BrokerCapability> CAPABILITIES = Set.of(
            BrokerCapability.WORKING_ORDERS,
            BrokerCapability.BRACKETS,
            BrokerCapability.REDUCE_ONLY,
            BrokerCapability.PARTIAL_CLOSE);
    static final Duration LATENESS = Duration.ofMillis(900);
    private static final OrderOwner OWNER = OrderOwner.bot("trend");
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final LeaseTerms LEASES = new LeaseTerms(Duration.ofSeconds(5), RemoteBroker.LONGEST_REQUEST);
    private static final GatewayTerms TERMS = new GatewayTerms(
            Duration.ofMillis(200),
            2,
            Duration.ofMillis(2_500),
            Duration.ofMillis(100),
            Duration.ofSeconds(60),
            Duration.ofSeconds(5));

    private final int port;
    private final OrderJournal journal;
    private final Leases leases;
    private final boolean again;

    private GatewayUnderFire(int port, OrderJournal journal, Leases leases, boolean again) {
        this.port = port;
        this.journal = journal;
        this.leases = leases;
        this.again = again;
    }

    /** Takes what to do ("fire" or "again"), where the journal is, the venue's port, and the cases. */
    public static void main(String[] args) throws InterruptedException {
        boolean inFolder = !args[1].startsWith("jdbc:");
        Database database = inFolder ? null : Database.open(DatabaseConfig.of(args[1], "postgres", ""));
        OrderJournal journal =
                database == null ? FileOrderJournal.open(Path.of(args[1])) : new PostgresOrderJournal(database);
        Leases leases =
                database == null ? new InMemoryLeases(LEASES, System::nanoTime) : new PostgresLeases(database, LEASES);
        GatewayUnderFire fire =
                new GatewayUnderFire(Integer.parseInt(args[2]), journal, leases, args[0].equals("again"));
        List<Thread> threads = new ArrayList<>();
        for (int i = 3; i < args.length; i++) {
            Cell cell = Cell.parse(args[i]);
            threads.add(Thread.ofPlatform().start(() -> fire.play(cell)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        Runtime.getRuntime().halt(0);
    }

    private void play(Cell cell) {
        RemoteBroker broker = new RemoteBroker(port, cell.id(), CAPABILITIES);
        Steps steps = new Steps(broker, journal, again ? "never" : cell.step());
        try (OrderGateway gateway = TradeTracker.create()
                .gateway(steps, account(cell))
                .journal(steps)
                .leases(leases, "process " + ProcessHandle.current().pid(), Duration.ofMillis(500))
                .terms(TERMS)
                .open()) {
            if (!gateway.awaitTrading(LONG)) {
                throw new IllegalStateException(
                        "not traded: " + gateway.snapshot().reason());
            }
            if (!again) {
                ask(cell, gateway, steps);
            }
            broker.tell(new Call.Done(report(cell, gateway)));
        } catch (RuntimeException failed) {
            broker.tell(new Call.Done(Report.problem(failed)));
        }
    }

    static TradingAccount account(Cell cell) {
        return TradingAccount.of("test", cell.id());
    }

    private static void ask(Cell cell, OrderGateway gateway, Steps steps) {
        Ready ready = cell.what().equals("market") || cell.what().equals("limit")
                ? new Ready(null, null)
                : setUp(cell, gateway);
        steps.arm();
        WantedAction wanted = new WantedAction(ClientOrderId.of("target"), action(cell, ready));
        gateway.request(OWNER, wanted);
        gateway.await(wanted.id(), LONG);
    }

    /** A position or a waiting order, made through the gateway before the broker becomes faulty. */
    private static Ready setUp(Cell cell, OrderGateway gateway) {
        ClientOrderId id = ClientOrderId.of("set-up");
        boolean order = cell.what().equals("cancel") || cell.what().equals("amend");
        gateway.submit(
                OWNER,
                order
                        ? OrderRequest.limit(id, GOLD, OrderSide.BUY, new BigDecimal("3"), new BigDecimal("80"))
                        : OrderRequest.market(id, GOLD, OrderSide.BUY, new BigDecimal("3")));
        var settlement = Objects.requireNonNull(gateway.await(id, LONG).settlement());
        return new Ready(
                order ? settlement.order() : null,
                order ? null : settlement.positions().getFirst());
    }

    private static OrderAction action(Cell cell, Ready ready) {
        ClientOrderId id = ClientOrderId.of("target");
        return switch (cell.what()) {
            case "market" ->
                new OrderAction.Submit(OrderRequest.market(id, GOLD, OrderSide.BUY, new BigDecimal("2"))
                        .withProtection(new BigDecimal("90"), null));
            case "limit" ->
                new OrderAction.Submit(
                        OrderRequest.limit(id, GOLD, OrderSide.BUY, new BigDecimal("2"), new BigDecimal("80")));
            case "reverse" ->
                new OrderAction.Submit(OrderRequest.market(id, GOLD, OrderSide.SELL, new BigDecimal("5")));
            case "amend" ->
                new OrderAction.Amend(
                        Objects.requireNonNull(ready.order()),
                        OrderPrices.NONE.withLimitPrice(new BigDecimal("85")),
                        null);
            case "cancel" -> new OrderAction.Cancel(Objects.requireNonNull(ready.order()));
            case "close" -> OrderAction.Close.all(Objects.requireNonNull(ready.position()));
            case "reduce" -> new OrderAction.Close(Objects.requireNonNull(ready.position()), BigDecimal.ONE);
            case "protect" ->
                new OrderAction.Protect(
                        Objects.requireNonNull(ready.position()), new BigDecimal("85"), new BigDecimal("120"));
            default -> throw new IllegalArgumentException(cell.what());
        };
    }

    private Report report(Cell cell, OrderGateway gateway) {
        List<IntentReport> intents = new ArrayList<>();
        journal.read(account(cell), 0, (sequence, fact) -> {
            if (fact instanceof GatewayFact.Intended(var time, var intent, var queued)) {
                intents.add(gateway.find(intent.id()).orElseThrow());
            }
        });
        return new Report("", intents, List.of(gateway.snapshot()));
    }

    private record Ready(
            @org.jspecify.annotations.Nullable BrokerOrderId order,
            @org.jspecify.annotations.Nullable BrokerPositionId position) {}
}
