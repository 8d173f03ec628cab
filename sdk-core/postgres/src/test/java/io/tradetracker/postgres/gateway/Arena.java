package io.tradetracker.postgres.gateway;

import io.tradetracker.api.broker.SendPermit;
import io.tradetracker.api.broker.SubmitOutcome;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.order.Order;
import io.tradetracker.api.order.OrderAction;
import io.tradetracker.api.order.Position;
import io.tradetracker.core.gateway.GatewaySnapshot;
import io.tradetracker.core.gateway.IntentReport;
import io.tradetracker.core.gateway.IntentStatus;
import io.tradetracker.testkit.broker.Arrived;
import io.tradetracker.testkit.broker.BrokerFault;
import io.tradetracker.testkit.broker.Faults;
import io.tradetracker.testkit.broker.FaultyBroker;
import io.tradetracker.testkit.broker.TestVenue;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The venue of one case, in the process that is not killed, and what it has seen. */
final class Arena {
    static final Map<String, Faults> FAULTS = Map.of(
            "none", Faults.NONE,
            "request lost", Faults.NONE.with(BrokerFault.REQUEST_LOST, 100),
            "answer lost", Faults.NONE.with(BrokerFault.ANSWER_LOST, 100),
            "done late", Faults.NONE.with(BrokerFault.DONE_LATE, 100).upTo(GatewayUnderFire.LATENESS),
            "confirms late", Faults.NONE.with(BrokerFault.CONFIRMATION_HIDDEN, 70),
            "refuses later", Faults.NONE.with(BrokerFault.REFUSED_LATER, 100).with(BrokerFault.CONFIRMATION_HIDDEN, 30),
            "reads badly",
                    Faults.NONE
                            .with(BrokerFault.READ_FAILS, 20)
                            .with(BrokerFault.SHOWS_OLDER, 20)
                            .with(BrokerFault.FORGETS_ONE, 20),
            "record late",
                    Faults.NONE
                            .with(BrokerFault.ROW_LATE, 90)
                            .with(BrokerFault.ROW_TWICE, 30)
                            .with(BrokerFault.ROW_BARE, 30)
                            .upTo(GatewayUnderFire.LATENESS),
            "everything", Faults.all(GatewayUnderFire.LATENESS));

    private final Cell cell;
    private final TestVenue venue;
    private final FaultyBroker broker;
    private final CountDownLatch killed = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile CountDownLatch done = new CountDownLatch(1);
    private volatile boolean armed;
    private volatile @Nullable Report report;

    Arena(Cell cell) {
        this.cell = cell;
        InstantSource clock = InstantSource.system();
        venue = new TestVenue(clock, GatewayUnderFire.CAPABILITIES, List.of(Instrument.of("GOLD")));
        venue.quote(GatewayUnderFire.GOLD, "99", "100");
        broker = new FaultyBroker(
                venue.connect("gateway", RemoteBroker.LONGEST_REQUEST), Faults.NONE, clock, cell.seed());
    }

    @Nullable
    Object answer(Call call) {
        return switch (call) {
            case Call.Send(OrderAction action) -> send(action);
            case Call.Confirm(var reference) -> broker.confirm(reference).orElse(null);
            case Call.Orders orders -> broker.orders();
            case Call.Positions positions -> broker.positions();
            case Call.Rows(var from) -> broker.activitySince(from);
            case Call.Balances balances -> broker.account();
            case Call.Armed now -> {
                broker.become(FAULTS.getOrDefault(cell.fault(), Faults.NONE));
                armed = true;
                yield "";
            }
            case Call.Reached(String step) -> stop();
            case Call.Done(Report told) -> {
                report = told;
                stopped.countDown();
                done.countDown();
                yield "";
            }
        };
    }

    private @Nullable Object send(OrderAction action) {
        if (armed && cell.step().equals("request arrived")) {
            stop();
        }
        SubmitOutcome outcome = broker.send(action, SendPermit.ALWAYS);
        if (armed && cell.step().equals("request done")) {
            stop();
        }
        return outcome;
    }

    /** Waits until the process that asked is dead; what it has sent goes on all the same. */
    private @Nullable Object stop() {
        stopped.countDown();
        try {
            killed.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        return null;
    }

    /** A request that is done late is done in its time, whether anybody asks or not. */
    void tick() {
        broker.doLate();
    }

    boolean awaitStop(Duration atMost) throws InterruptedException {
        return stopped.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    void wasKilled() {
        report = null;
        done = new CountDownLatch(1);
        killed.countDown();
    }

    boolean awaitReport(Duration atMost) throws InterruptedException {
        return done.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** {@return what is wrong in the end; empty when gateway, record and venue agree} */
    List<String> problems() {
        Report told = report;
        if (told == null || !told.problem().isEmpty()) {
            return List.of(cell + ": not recovered: " + (told == null ? "no report" : told.problem()));
        }
        List<String> problems = new ArrayList<>();
        GatewaySnapshot snapshot = told.snapshot().getFirst();
        Set<Position> positions = new HashSet<>();
        snapshot.positions().forEach(each -> positions.add(each.position()));
        Set<Order> orders = new HashSet<>();
        snapshot.orders().forEach(each -> orders.add(each.order()));
        if (!positions.equals(new HashSet<>(venue.positions())) || !orders.equals(new HashSet<>(venue.orders()))) {
            problems.add(cell + ": UNKNOWN: the venue has " + venue.positions() + venue.orders()
                    + ", the gateway knows " + positions + orders);
        }
        snapshot.positions().stream()
                .filter(each -> each.owner() == null)
                .forEach(each -> problems.add(cell + ": UNKNOWN: nobody owns " + each));
        Set<OrderAction> wanted = new HashSet<>();
        for (IntentReport intent : told.intents()) {
            wanted.add(intent.intent().action());
            check(intent, problems);
        }
        venue.arrived().stream()
                .filter(each -> !wanted.contains(each.action()))
                .forEach(each -> problems.add(cell + ": LOST: not on record: " + each));
        return problems;
    }

    private void check(IntentReport intent, List<String> problems) {
        List<Arrived> arrived = venue.arrived().stream()
                .filter(each -> each.action().equals(intent.intent().action()))
                .toList();
        if (arrived.size() > 1) {
            problems.add(cell + ": DUPLICATED: " + arrived);
        }
        boolean executed = arrived.stream().anyMatch(Arrived::executed);
        IntentStatus expected = executed ? IntentStatus.EXECUTED : IntentStatus.NOT_EXECUTED;
        if (intent.status() == IntentStatus.WITH_PERSON) {
            problems.add(cell + ": PERSON: " + intent.reason());
        } else if (intent.status() != expected) {
            problems.add(cell + ": LOST: " + intent + ", but the venue did " + arrived + " " + broker.log());
        }
    }
}
