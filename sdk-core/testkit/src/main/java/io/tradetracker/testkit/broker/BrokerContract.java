package io.tradetracker.testkit.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradetracker.api.account.AccountSnapshot;
import io.tradetracker.api.account.Money;
import io.tradetracker.api.broker.Activity;
import io.tradetracker.api.broker.ActivityKind;
import io.tradetracker.api.broker.Broker;
import io.tradetracker.api.broker.BrokerCapability;
import io.tradetracker.api.broker.SendPermit;
import io.tradetracker.api.broker.SubmitOutcome;
import io.tradetracker.api.broker.Subscription;
import io.tradetracker.api.order.Order;
import io.tradetracker.api.order.OrderAction;
import io.tradetracker.api.order.OrderPrices;
import io.tradetracker.api.order.OrderRequest;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.order.Position;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Broker} must do: what it declares works, and what it does not declare is refused and leaves no
 * trace. Extend it in a test, once for each set of capabilities, and set the stage.
 */
public abstract class BrokerContract extends WaitingOrdersContract {
    private static final int THREADS = 8;

    /** For subclasses. */
    protected BrokerContract() {}

    @Test
    void saysWhatItCanDo() {
        assertThat(broker.capabilities()).isEqualTo(broker.capabilities()).doesNotContainNull();
        assertThat(broker.longestRequest()).isPositive();
        if (can(BrokerCapability.STOP_LIMIT_ORDERS)) {
            assertThat(broker.capabilities()).contains(BrokerCapability.WORKING_ORDERS);
        }
    }

    // ---- the permit ----

    @Test
    void asksForItsPermitOnceAndBeforeItSends() {
        List<OrderAction> actions = new ArrayList<>();
        actions.add(new OrderAction.Submit(market(OrderSide.BUY, units())));
        if (can(BrokerCapability.WORKING_ORDERS)) {
            actions.add(new OrderAction.Submit(limit(OrderSide.BUY, away(-2))));
        }
        actions.forEach(this::assertAskedOnce);
        onlyPosition();
        broker.orders().forEach(order -> {
            assertAskedOnce(new OrderAction.Amend(order.id(), OrderPrices.NONE.withLimitPrice(away(-3)), null));
            assertAskedOnce(new OrderAction.Cancel(order.id()));
        });
        broker.positions().forEach(held -> {
            if (can(BrokerCapability.BRACKETS)) {
                assertAskedOnce(new OrderAction.Protect(held.id(), away(-4), null));
            }
            assertAskedOnce(OrderAction.Close.all(held.id()));
        });
        awaitFlat();
    }

    private void assertAskedOnce(OrderAction action) {
        Trace before = trace();
        List<Trace> whenAsked = new ArrayList<>();
        SubmitOutcome outcome = send(action, () -> whenAsked.add(trace()));

        assertThat(whenAsked)
                .as("the account whenever the permit for %s was asked", action)
                .containsExactly(before);
        assertThat(outcome).isInstanceOfSatisfying(SubmitOutcome.Accepted.class, it -> confirmation(it.reference()));
        awaitThat("an effect of " + action, () -> !trace().equals(before));
    }

    @Test
    void sendsNothingWithoutItsPermit() {
        Position held = opened(market(OrderSide.BUY, units()));
        assertNotSent(new OrderAction.Submit(market(OrderSide.BUY, units())));
        assertNotSent(OrderAction.Close.all(held.id()));
        if (can(BrokerCapability.BRACKETS)) {
            assertNotSent(new OrderAction.Protect(held.id(), away(-4), null));
        }
        if (can(BrokerCapability.WORKING_ORDERS)) {
            Order order = waiting(limit(OrderSide.BUY, away(-2)));
            assertNotSent(new OrderAction.Amend(order.id(), OrderPrices.NONE.withLimitPrice(away(-3)), null));
            assertNotSent(new OrderAction.Cancel(order.id()));
        }
    }

    private void assertNotSent(OrderAction action) {
        Trace before = trace();
        SubmitOutcome outcome = send(action, () -> false);

        assertThat(outcome)
                .as("outcome of %s without a permit", action)
                .isInstanceOfSatisfying(
                        SubmitOutcome.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(SubmitOutcome.Refused.NOT_PERMITTED));
        assertUntouched(before, action);
    }

    // ---- names and numbers ----

    @Test
    void keepsOurNamesOrSaysThatItCannot() {
        boolean keeps = can(BrokerCapability.CLIENT_ORDER_IDS);
        OrderRequest request = market(OrderSide.BUY, units());
        Position held = opened(request);
        assertThat(held.clientOrderId()).isEqualTo(keeps ? request.clientOrderId() : null);
        Activity row = row("the fill", ActivityKind.TRADE, each -> held.id().equals(each.position()));
        assertThat(row.clientOrderId()).isEqualTo(keeps ? request.clientOrderId() : null);
        if (can(BrokerCapability.WORKING_ORDERS)) {
            OrderRequest waits = limit(OrderSide.BUY, away(-2));
            assertThat(waiting(waits).clientOrderId()).isEqualTo(keeps ? waits.clientOrderId() : null);
        }
    }

    @Test
    void keepsAllDecimals() {
        BigDecimal quantity = units().add(stage.instrument().rules().quantityStep());
        done(market(OrderSide.BUY, quantity.setScale(quantity.scale() + 2)));
        awaitNet(quantity);

        if (can(BrokerCapability.WORKING_ORDERS)) {
            BigDecimal step = stage.instrument().rules().priceStep();
            BigDecimal price = away(-2).add(step.signum() == 0 ? new BigDecimal("0.00001234") : step);
            OrderRequest request = OrderRequest.limit(name(), stage.instrument().id(), OrderSide.BUY, quantity, price);
            Order order = waiting(request);
            assertThat(order.prices().limitPrice()).isEqualByComparingTo(price);
            assertThat(order.quantity()).isEqualByComparingTo(quantity);
        }
    }

    @Test
    void countsTheAccountsMoney() {
        AccountSnapshot flat = broker.account();
        assertAddsUp(flat);
        assertThat(flat.equity()).isEqualTo(flat.balance());
        assertThat(flat.marginUsed().amount()).isZero();

        Position held = opened(market(OrderSide.BUY, units()));
        assertProfit(held);
        stage.moveTo(away(5));
        assertProfit(held);
        assertThat(broker.account().equity().amount())
                .as("equity after a gain")
                .isGreaterThan(flat.equity().amount());
        BigDecimal expected = broker.account().equity().amount();
        done(OrderAction.Close.all(held.id()));
        awaitFlat();

        AccountSnapshot after = broker.account();
        assertAddsUp(after);
        assertThat(after.equity()).isEqualTo(after.balance());
        assertThat(after.balance().amount())
                .as("balance after the gain was taken")
                .isCloseTo(expected, within(spread()));
    }

    /** Some value what is open at the middle, and others at what closing it would bring. */
    private BigDecimal spread() {
        return stage.ask()
                .subtract(stage.bid())
                .add(stage.instrument().rules().priceStep())
                .multiply(worth());
    }

    private BigDecimal worth() {
        return units().multiply(stage.instrument().multiplier());
    }

    private void assertProfit(Position held) {
        AccountSnapshot account = broker.account();
        BigDecimal profit = stage.bid().subtract(held.averagePrice()).multiply(worth());
        assertAddsUp(account);
        assertThat(account.equity().minus(account.balance()).amount())
                .as("equity less balance, which is the profit of what is open")
                .isCloseTo(profit, within(spread()));
    }

    private static void assertAddsUp(AccountSnapshot account) {
        assertThat(List.of(account.equity(), account.marginUsed(), account.available()))
                .extracting(Money::currency)
                .containsOnly(account.balance().currency());
        assertThat(account.marginUsed().amount()).isNotNegative();
        assertThat(account.available().amount())
                .as("available, no more than the equity")
                .isLessThanOrEqualTo(account.equity().amount());
    }

    // ---- the record ----

    @Test
    void recordsEveryTrade() {
        Position held = opened(market(OrderSide.BUY, units()));
        done(OrderAction.Close.all(held.id()));
        awaitFlat();
        done(market(OrderSide.SELL, half()));
        awaitNet(half().negate());
        awaitThat("three trades on record", () -> rows(ActivityKind.TRADE).size() >= 3);

        List<Activity> trades = rows(ActivityKind.TRADE);
        assertThat(trades).extracting(Activity::side).containsExactly(OrderSide.BUY, OrderSide.SELL, OrderSide.SELL);
        assertThat(trades.stream().map(Activity::signedQuantity).reduce(BigDecimal.ZERO, BigDecimal::add))
                .as("what all trades come to is what is open")
                .isEqualByComparingTo(net());
        assertThat(trades.subList(0, 2)).extracting(Activity::position).containsOnly(held.id());
        assertThat(trades)
                .extracting(Activity::instrument)
                .containsOnly(stage.instrument().id());
        assertThat(trades.getFirst().price()).isEqualByComparingTo(held.averagePrice());
    }

    @Test
    void readsItsRecordOldestFirstAndTheSameEachTime() {
        for (int i = 0; i < 3; i++) {
            done(market(OrderSide.BUY, units()));
            stage.pass(Duration.ofSeconds(1));
        }
        awaitThat("three trades on record", () -> rows(ActivityKind.TRADE).size() >= 3);
        List<Activity> record = broker.activitySince(start);

        assertThat(record).isSortedAccordingTo(Comparator.comparing(Activity::time));
        assertThat(record).extracting(Activity::id).doesNotHaveDuplicates();
        assertThat(broker.activitySince(start)).isEqualTo(record);
        Instant last = record.getLast().time();
        assertThat(broker.activitySince(last))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.time()).isAfterOrEqualTo(last));
        assertThat(broker.activitySince(last.plusNanos(1))).isEmpty();
    }

    @Test
    void readsTheSameTwice() {
        done(market(OrderSide.BUY, units()));
        awaitNet(units());
        if (can(BrokerCapability.WORKING_ORDERS)) {
            waiting(limit(OrderSide.BUY, away(-2)));
        }
        assertThat(broker.positions()).isEqualTo(broker.positions());
        assertThat(broker.orders()).isEqualTo(broker.orders());

        try (Broker other = stage.connect()) {
            assertThat(other.positions()).isEqualTo(broker.positions());
            assertThat(other.orders()).isEqualTo(broker.orders());
        }
    }

    // ---- the connection ----

    @Test
    void wakesNobodyAfterItsSubscriptionEnded() {
        AtomicInteger woken = new AtomicInteger();
        Subscription subscription = broker.onChange(woken::incrementAndGet);
        done(market(OrderSide.BUY, units()));
        awaitNet(units());
        subscription.close();
        subscription.close();
        int before = woken.get();
        done(market(OrderSide.BUY, units()));
        awaitNet(twice());

        assertThat(woken).as("calls after the subscription was closed").hasValue(before);
    }

    @Test
    void worksForSeveralThreads() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<SubmitOutcome>> outcomes = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                OrderAction action = new OrderAction.Submit(market(OrderSide.BUY, units()));
                outcomes.add(threads.submit(() -> {
                    broker.account();
                    broker.activitySince(start);
                    return broker.send(action, SendPermit.ALWAYS);
                }));
            }
            List<Object> references = new ArrayList<>();
            for (Future<SubmitOutcome> outcome : outcomes) {
                assertThat(outcome.get())
                        .isInstanceOfSatisfying(
                                SubmitOutcome.Accepted.class, accepted -> references.add(accepted.reference()));
            }
            assertThat(references).doesNotHaveDuplicates();
        }
        awaitNet(units().multiply(BigDecimal.valueOf(THREADS)));
        awaitThat("a row for each", () -> rows(ActivityKind.TRADE).size() == THREADS);
    }

    @Test
    void leavesEverythingAtTheBrokerWhenItIsClosed() {
        Position held = opened(market(OrderSide.BUY, units()));
        broker.close();
        broker.close();

        try (Broker other = stage.connect()) {
            assertThat(other.positions()).containsExactly(held);
        }
        assertThat(broker.send(OrderAction.Close.all(held.id()), () -> false))
                .as("a closed broker throws nothing")
                .isNotNull();
    }
}
