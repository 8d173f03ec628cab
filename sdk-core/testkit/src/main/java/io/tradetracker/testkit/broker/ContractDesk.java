package io.tradetracker.testkit.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.tradetracker.api.broker.Activity;
import io.tradetracker.api.broker.ActivityKind;
import io.tradetracker.api.broker.Broker;
import io.tradetracker.api.broker.BrokerCapability;
import io.tradetracker.api.broker.BrokerReference;
import io.tradetracker.api.broker.Confirmation;
import io.tradetracker.api.broker.SendPermit;
import io.tradetracker.api.broker.SubmitOutcome;
import io.tradetracker.api.order.ClientOrderId;
import io.tradetracker.api.order.Order;
import io.tradetracker.api.order.OrderAction;
import io.tradetracker.api.order.OrderRequest;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.order.Position;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the parts of {@link BrokerContract} have in common: one broker, one stage, and waiting for what was asked. */
abstract class ContractDesk {
    private static final Duration MOMENT = Duration.ofMillis(50);
    private static final int MOMENTS = 200;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final AtomicInteger names = new AtomicInteger();
    private final long run = System.nanoTime();
    BrokerStage stage;
    Broker broker;
    Instant start;

    /** {@return what surrounds the broker of one test} */
    protected abstract BrokerStage open();

    @BeforeEach
    final void connect() {
        stage = open();
        broker = stage.connect();
        start = stage.now();
        assertThat(broker.positions()).as("positions before the test").isEmpty();
        assertThat(broker.orders()).as("orders before the test").isEmpty();
    }

    @AfterEach
    final void leave() {
        broker.close();
        try (Broker last = stage.connect()) {
            last.orders().forEach(order -> last.send(new OrderAction.Cancel(order.id()), SendPermit.ALWAYS));
            last.positions().forEach(held -> last.send(OrderAction.Close.all(held.id()), SendPermit.ALWAYS));
        } finally {
            stage.close();
        }
    }

    // ---- what is asked for ----

    boolean can(BrokerCapability capability) {
        return broker.capabilities().contains(capability);
    }

    BigDecimal units() {
        return stage.quantity();
    }

    BigDecimal half() {
        return units().divide(TWO);
    }

    BigDecimal twice() {
        return units().multiply(TWO);
    }

    /** {@return the bid and so many distances} */
    BigDecimal away(int distances) {
        return stage.bid().add(stage.distance().multiply(BigDecimal.valueOf(distances)));
    }

    ClientOrderId name() {
        return ClientOrderId.of("kit-" + Long.toString(run, Character.MAX_RADIX) + "-" + names.incrementAndGet());
    }

    OrderRequest market(OrderSide side, BigDecimal quantity) {
        return OrderRequest.market(name(), stage.instrument().id(), side, quantity);
    }

    OrderRequest limit(OrderSide side, BigDecimal price) {
        return OrderRequest.limit(name(), stage.instrument().id(), side, units(), price);
    }

    OrderRequest stop(OrderSide side, BigDecimal price) {
        return OrderRequest.stop(name(), stage.instrument().id(), side, units(), price);
    }

    SubmitOutcome send(OrderAction action, SendPermit permit) {
        long before = System.nanoTime();
        SubmitOutcome outcome = broker.send(action, permit);
        assertThat(Duration.ofNanos(System.nanoTime() - before))
                .as("how long the request took, at most as long as the longest")
                .isLessThanOrEqualTo(broker.longestRequest());
        return outcome;
    }

    /** Sends what must be done. */
    Confirmation done(OrderAction action) {
        SubmitOutcome outcome = send(action, SendPermit.ALWAYS);
        if (!(outcome instanceof SubmitOutcome.Accepted accepted)) {
            return fail("%s must be accepted, but came back as %s", action, outcome);
        }
        Confirmation confirmation = confirmation(accepted.reference());
        assertThat(confirmation.verdict())
                .as("verdict on %s, code '%s'", action, confirmation.code())
                .isEqualTo(Confirmation.Verdict.DONE);
        return confirmation;
    }

    Confirmation done(OrderRequest request) {
        return done(new OrderAction.Submit(request));
    }

    Confirmation confirmation(BrokerReference reference) {
        return await("a confirmation of " + reference, () -> broker.confirm(reference));
    }

    /** Sends what must be refused, at once or in its confirmation, and must leave no trace. */
    String refused(OrderAction action) {
        Trace before = trace();
        SubmitOutcome outcome = send(action, SendPermit.ALWAYS);
        String code = switch (outcome) {
            case SubmitOutcome.Refused(String why, String message) -> {
                assertThat(message).as("the sentence for people").isNotBlank();
                yield why;
            }
            case SubmitOutcome.Accepted(BrokerReference reference) -> {
                Confirmation confirmation = confirmation(reference);
                assertThat(confirmation.verdict()).as("verdict on %s", action).isEqualTo(Confirmation.Verdict.REFUSED);
                yield confirmation.code();
            }
            case SubmitOutcome.Unknown unknown -> fail("%s must be refused, but came back as %s", action, unknown);
        };
        assertThat(code).as("the code of why").isNotBlank();
        assertUntouched(before, action);
        return code;
    }

    String refused(OrderRequest request) {
        return refused(new OrderAction.Submit(request));
    }

    /** Sends what needs something that is not declared. */
    void unsupported(OrderAction action) {
        Trace before = trace();
        AtomicInteger asked = new AtomicInteger();
        SubmitOutcome outcome = send(action, () -> asked.incrementAndGet() > 0);
        assertThat(outcome).isInstanceOfSatisfying(SubmitOutcome.Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(SubmitOutcome.Refused.UNSUPPORTED);
            assertThat(refused.message()).as("the sentence for people").isNotBlank();
        });
        assertThat(asked).as("permits asked for what is not sent").hasValue(0);
        assertUntouched(before, action);
    }

    // ---- what is seen ----

    <T> T await(String what, Supplier<Optional<T>> look) {
        for (int i = 0; i < MOMENTS; i++) {
            Optional<T> found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            stage.pass(MOMENT);
        }
        return fail("waited in vain for %s; positions %s, orders %s", what, broker.positions(), broker.orders());
    }

    void awaitThat(String what, Supplier<Boolean> look) {
        await(what, () -> look.get() ? Optional.of(true) : Optional.empty());
    }

    /** {@return the position that an order opens} */
    Position opened(OrderRequest request) {
        Confirmation confirmation = done(request);
        return await(
                "the position of " + request,
                () -> broker.positions().stream()
                        .filter(held -> confirmation.positions().contains(held.id()))
                        .findFirst());
    }

    /** {@return the order that waits} */
    Order waiting(OrderRequest request) {
        Confirmation confirmation = done(request);
        return await(
                "the order of " + request,
                () -> broker.orders().stream()
                        .filter(order -> order.id().equals(confirmation.order()))
                        .findFirst());
    }

    /** {@return the position with that name} */
    Position current(Position earlier) {
        return broker.positions().stream()
                .filter(held -> held.id().equals(earlier.id()))
                .findFirst()
                .orElseGet(() -> fail("position %s is gone; positions %s", earlier.id(), broker.positions()));
    }

    /** {@return the order with that name} */
    Order current(Order earlier) {
        return broker.orders().stream()
                .filter(order -> order.id().equals(earlier.id()))
                .findFirst()
                .orElseGet(() -> fail("order %s is gone; orders %s", earlier.id(), broker.orders()));
    }

    /** {@return the one position of an account that had none} */
    Position onlyPosition() {
        awaitThat("a position", () -> !broker.positions().isEmpty());
        assertThat(broker.positions()).hasSize(1);
        return broker.positions().getFirst();
    }

    BigDecimal net() {
        return broker.positions().stream().map(Position::signedQuantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    void awaitNet(BigDecimal quantity) {
        awaitThat("a net quantity of " + quantity, () -> net().compareTo(quantity) == 0);
    }

    void awaitFlat() {
        awaitThat("no position", () -> broker.positions().isEmpty());
    }

    void awaitNoOrder() {
        awaitThat("no order", () -> broker.orders().isEmpty());
    }

    List<Activity> rows(ActivityKind kind) {
        return broker.activitySince(start).stream()
                .filter(row -> row.kind().equals(kind))
                .toList();
    }

    Activity row(String what, ActivityKind kind, Predicate<Activity> which) {
        return await(
                "a row of the record: " + what,
                () -> rows(kind).stream().filter(which).findFirst());
    }

    Trace trace() {
        List<String> rows = broker.activitySince(start).stream()
                .filter(row -> !row.kind().equals(ActivityKind.REFUSED))
                .map(Activity::id)
                .toList();
        return new Trace(Set.copyOf(broker.positions()), Set.copyOf(broker.orders()), Set.copyOf(rows));
    }

    void assertUntouched(Trace before, OrderAction action) {
        stage.pass(MOMENT);
        assertThat(trace())
                .as("the account after %s, which must leave no trace", action)
                .isEqualTo(before);
    }

    /** What an account shows, but for refusals. */
    record Trace(Set<Position> positions, Set<Order> orders, Set<String> rows) {}
}
