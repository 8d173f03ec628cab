package io.tradetracker.core.gateway;

import static io.tradetracker.core.gateway.GatewayRig.ADA;
import static io.tradetracker.core.gateway.GatewayRig.GOLD;
import static io.tradetracker.core.gateway.GatewayRig.LONG;
import static io.tradetracker.core.gateway.GatewayRig.TREND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradetracker.api.broker.Broker;
import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.order.ClientOrderId;
import io.tradetracker.api.order.OrderAction;
import io.tradetracker.api.order.OrderPrices;
import io.tradetracker.api.order.OrderRequest;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.core.CoreError;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.account.AccountEvent;
import io.tradetracker.core.account.WantedAction;
import io.tradetracker.core.lease.InMemoryLeases;
import io.tradetracker.core.risk.HaltMode;
import io.tradetracker.core.risk.OrderRules;
import io.tradetracker.testkit.broker.BrokerFault;
import io.tradetracker.testkit.broker.Faults;
import io.tradetracker.testkit.broker.TestVenue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class OrderGatewayTest {
    @Test
    void executesAnOrderAndKnowsWhoseThePositionIs() {
        try (GatewayRig rig = GatewayRig.netting()) {
            OrderGateway gateway = rig.trading();
            OrderRequest order = rig.buy("2").withProtection(new BigDecimal("90"), null);

            gateway.submit(ADA, order);
            IntentReport report = gateway.await(order.clientOrderId(), LONG);

            assertThat(report.status()).isEqualTo(IntentStatus.EXECUTED);
            assertThat(report.reason()).isEqualTo("The broker confirmed it.");
            assertThat(gateway.snapshot().positions()).singleElement().satisfies(held -> {
                assertThat(held.owner()).isEqualTo(ADA);
                assertThat(held.position().stopLoss()).isEqualByComparingTo("90");
            });
            assertThat(rig.seen(AccountEvent.PositionOpened.class))
                    .singleElement()
                    .satisfies(seen -> assertThat(seen.intent()).isEqualTo(order.clientOrderId()));
        }
    }

    @Test
    void tradesWithoutMoreWordsAtABrokerWhoseRequestsTakeLong() {
        TestVenue venue = new TestVenue(InstantSource.system(), Set.of(), List.of(Instrument.of("GOLD")));
        venue.quote(GOLD, "99", "100");
        Broker slow = venue.connect("slow", Duration.ofSeconds(40));
        TradingAccount account = TradingAccount.of("test", "1");
        OrderRequest order = OrderRequest.market(ClientOrderId.of("o-1"), GOLD, OrderSide.BUY, BigDecimal.ONE);

        try (OrderGateway gateway = TradeTracker.create().gateway(slow, account).open()) {
            assertThat(gateway.awaitTrading(LONG)).isTrue();
            gateway.submit(ADA, order);
            assertThat(gateway.await(order.clientOrderId(), LONG).status()).isEqualTo(IntentStatus.EXECUTED);
        }
        OrderGatewayBuilder tooShort = TradeTracker.create()
                .gateway(slow, account)
                .leases(new InMemoryLeases(), "host", Duration.ofSeconds(3));
        assertThatIllegalArgumentException()
                .isThrownBy(tooShort::open)
                .withMessageContainingAll("leases of PT10S", "up to PT40S", "LeaseTerms.forRequestsOf");
    }

    @Test
    void placesAmendsAndCancelsWaitingOrders() {
        try (GatewayRig rig = GatewayRig.netting()) {
            OrderGateway gateway = rig.trading();
            OrderRequest order = rig.limit(OrderSide.BUY, "2", "80");
            gateway.submit(ADA, order);
            var id = gateway.await(order.clientOrderId(), LONG).settlement().order();

            WantedAction amend = new WantedAction(
                    rig.name(), new OrderAction.Amend(id, OrderPrices.NONE.withLimitPrice(new BigDecimal("85")), null));
            gateway.request(ADA, amend);
            assertThat(gateway.await(amend.id(), LONG).status()).isEqualTo(IntentStatus.EXECUTED);
            assertThat(rig.venue.orders().getFirst().prices().limitPrice()).isEqualByComparingTo("85");
            WantedAction cancel = new WantedAction(rig.name(), new OrderAction.Cancel(id));
            gateway.request(ADA, cancel);

            assertThat(gateway.await(cancel.id(), LONG).status()).isEqualTo(IntentStatus.EXECUTED);
            assertThat(rig.venue.orders()).isEmpty();
        }
    }

    @Test
    void showsWhatWasDoneWhenItSaysThatItWas() {
        try (GatewayRig rig = GatewayRig.netting()) {
            OrderGateway gateway = rig.trading();
            for (int i = 0; i < 5; i++) {
                OrderRequest order = rig.buy("3");
                gateway.submit(ADA, order);
                var opened = gateway.await(order.clientOrderId(), LONG);
                assertThat(gateway.snapshot().positions()).hasSize(1);
                OrderRequest less = rig.sell("1");
                gateway.submit(ADA, less);
                gateway.await(less.clientOrderId(), LONG);
                assertThat(gateway.snapshot().positions().getFirst().position().quantity())
                        .isEqualByComparingTo("2");
                WantedAction close = new WantedAction(
                        rig.name(),
                        OrderAction.Close.all(opened.settlement().positions().getFirst()));
                gateway.request(ADA, close);

                assertThat(gateway.await(close.id(), LONG).status()).isEqualTo(IntentStatus.EXECUTED);
                assertThat(gateway.snapshot().positions()).isEmpty();
            }
        }
    }

    @Test
    void followsAWaitingOrderIntoItsPosition() {
        try (GatewayRig rig = GatewayRig.netting()) {
            OrderGateway gateway = rig.trading();
            OrderRequest order = rig.limit(OrderSide.BUY, "2", "80");
            gateway.submit(TREND, order);
            gateway.await(order.clientOrderId(), LONG);

            rig.venue.quote(GOLD, "78", "79");
            GatewayRig.await(
                    "the position", () -> !gateway.snapshot().positions().isEmpty());

            assertThat(gateway.snapshot().positions().getFirst().owner()).isEqualTo(TREND);
            GatewayRig.await(
                    "the order's end", () -> gateway.snapshot().orders().isEmpty());
        }
    }

    @Test
    void neverSendsTheSameTwice() {
        try (GatewayRig rig = GatewayRig.netting()) {
            OrderGateway gateway = rig.trading();
            OrderRequest order = rig.buy("1");
            gateway.submit(ADA, order);
            gateway.await(order.clientOrderId(), LONG);

            assertThat(gateway.submit(ADA, order).status()).isEqualTo(IntentStatus.EXECUTED);
            assertThat(rig.venue.arrived()).hasSize(1);
            OrderRequest other = OrderRequest.market(order.clientOrderId(), GOLD, OrderSide.SELL, BigDecimal.ONE);
            assertThatThrownBy(() -> gateway.submit(ADA, other))
                    .isInstanceOf(TradeTrackerException.class)
                    .hasMessageContaining("each needs a name of its own");
        }
    }

    @Test
    void findsOutWhatBecameOfALostAnswer() {
        try (GatewayRig rig = GatewayRig.netting()) {
            OrderGateway gateway = rig.trading();
            rig.broker.become(Faults.NONE.with(BrokerFault.ANSWER_LOST, 100));
            OrderRequest order = rig.buy("2");

            assertThat(gateway.submit(ADA, order).status()).isEqualTo(IntentStatus.UNKNOWN);
            IntentReport report = gateway.await(order.clientOrderId(), LONG);

            assertThat(report.status()).isEqualTo(IntentStatus.EXECUTED);
            assertThat(rig.venue.arrived()).hasSize(1);
            assertThat(gateway.snapshot().positions())
                    .singleElement()
                    .satisfies(held -> assertThat(held.owner()).isEqualTo(ADA));
        }
    }

    @Test
    void findsOutThatALostRequestWasNeverDone() {
        try (GatewayRig rig = GatewayRig.netting()) {
            OrderGateway gateway = rig.trading();
            rig.broker.become(Faults.NONE.with(BrokerFault.REQUEST_LOST, 100));
            OrderRequest order = rig.buy("2");

            gateway.submit(ADA, order);
            IntentReport report = gateway.await(order.clientOrderId(), LONG);

            assertThat(report.status()).isEqualTo(IntentStatus.NOT_EXECUTED);
            assertThat(report.reason()).isEqualTo("The broker shows no effect of it, and would by now.");
        }
    }

    @Test
    void givesAPersonWhatTheRecordCannotTell() {
        try (GatewayRig rig = GatewayRig.netting()) {
            rig.whileSending(() -> rig.venue.outside(new OrderAction.Submit(rig.buy("2"))));
            OrderGateway gateway = rig.trading();
            rig.broker.become(Faults.NONE.with(BrokerFault.ANSWER_LOST, 100));
            OrderRequest order = rig.buy("2");

            gateway.submit(ADA, order);
            IntentReport report = gateway.await(order.clientOrderId(), LONG);

            assertThat(report.status()).isEqualTo(IntentStatus.WITH_PERSON);
            assertThat(report.reason()).contains("shows 2 like it");
            Settlement decision = Settlement.executed(
                    "Ada looked at the broker's page.",
                    null,
                    List.of(rig.venue.positions().getLast().id()));
            assertThat(gateway.decide(order.clientOrderId(), decision).status()).isEqualTo(IntentStatus.EXECUTED);
            assertThat(gateway.snapshot().positions())
                    .extracting(GatewaySnapshot.OwnedPosition::owner)
                    .containsExactlyInAnyOrder(null, ADA);
        }
    }

    @Test
    void adoptsWhatWasMadeOutside() {
        try (GatewayRig rig = GatewayRig.netting()) {
            OrderGateway gateway = rig.trading();

            var outside = rig.venue.outside(new OrderAction.Submit(rig.buy("3")));
            GatewayRig.await(
                    "adoption",
                    () -> !rig.seen(AccountEvent.PositionOpened.class).isEmpty());
            rig.venue.closeOut(outside.positions().getFirst());
            GatewayRig.await(
                    "liquidation",
                    () -> !rig.seen(AccountEvent.PositionClosed.class).isEmpty());

            assertThat(rig.seen(AccountEvent.PositionOpened.class))
                    .singleElement()
                    .satisfies(seen -> assertThat(seen.intent()).isNull());
            assertThat(rig.seen(AccountEvent.ActivityAdded.class)).hasSize(2);
            assertThat(gateway.snapshot().positions()).isEmpty();
        }
    }

    @Test
    void letsOneBotTradeAnInstrumentAndNamesItToTheOther() {
        try (GatewayRig rig = GatewayRig.netting()) {
            OrderGateway gateway = rig.trading();
            OrderRequest first = rig.buy("1");
            gateway.submit(TREND, first);
            gateway.await(first.clientOrderId(), LONG);

            IntentReport second = gateway.submit(OrderOwner.bot("other"), rig.buy("1"));
            IntentReport byHand = gateway.submit(ADA, rig.buy("1"));

            assertThat(second.code()).isEqualTo("INSTRUMENT_TAKEN");
            assertThat(second.reason()).contains("bot trend");
            assertThat(byHand.code()).isEqualTo("INSTRUMENT_TAKEN");
            assertThat(gateway.submit(ADA, rig.sell("1")).status())
                    .as("a person may close")
                    .isNotEqualTo(IntentStatus.DECLINED);
            GatewayRig.await(
                    "flat",
                    () -> gateway.snapshot().positions().isEmpty()
                            && gateway.snapshot().unsettled().isEmpty());
            gateway.free(GOLD, TREND);
            assertThat(gateway.submit(OrderOwner.bot("other"), rig.buy("1")).status())
                    .isNotEqualTo(IntentStatus.DECLINED);
        }
    }

    @Test
    void keepsTheOrderRulesForHandsToo() {
        try (GatewayRig rig = GatewayRig.netting().rules(OrderRules.NONE.withMaxPosition(3))) {
            OrderGateway gateway = rig.trading();
            OrderRequest first = rig.buy("2");
            gateway.submit(ADA, first);

            IntentReport second = gateway.submit(ADA, rig.buy("2"));

            assertThat(second.status()).isEqualTo(IntentStatus.DECLINED);
            assertThat(second.code()).isEqualTo("MAX_POSITION");
            assertThat(second.intent().check().refusal()).isPresent();
            assertThat(rig.venue.arrived()).hasSize(1);
        }
    }

    @Test
    void stopsEntriesAtOnceAndAfterARestart() {
        try (GatewayRig rig = GatewayRig.netting()) {
            OrderGateway gateway = rig.trading();
            OrderRequest held = rig.buy("2");
            gateway.submit(ADA, held);
            gateway.await(held.clientOrderId(), LONG);
            OrderRequest waiting = rig.limit(OrderSide.BUY, "1", "50");
            gateway.submit(ADA, waiting);
            gateway.await(waiting.clientOrderId(), LONG);
            rig.venue.outside(new OrderAction.Submit(rig.market(GatewayRig.OIL, OrderSide.BUY, "7")));

            gateway.kill("Ada: too wild", HaltMode.CLOSE);
            assertThat(gateway.submit(ADA, rig.buy("1")).code()).isEqualTo("KILL_SWITCH");
            GatewayRig.await(
                    "liquidation",
                    () -> rig.venue.positions().size() == 1
                            && rig.venue.orders().isEmpty());
            gateway.close();
            OrderGateway next = rig.trading();

            assertThat(next.snapshot().killSwitch()).isNotNull();
            assertThat(next.submit(ADA, rig.buy("1")).code()).isEqualTo("KILL_SWITCH");
            assertThat(rig.venue.positions())
                    .as("made outside")
                    .singleElement()
                    .satisfies(position -> assertThat(position.quantity()).isEqualByComparingTo("7"));
            next.resume("Ada: calm again");
            assertThat(next.submit(ADA, rig.buy("1")).status()).isNotEqualTo(IntentStatus.DECLINED);
        }
    }

    @Test
    void putsInputsAndIntentsOnRecordTogether() {
        try (GatewayRig rig = GatewayRig.netting()) {
            OrderGateway gateway = rig.trading();
            WantedAction wanted = WantedAction.submit(rig.buy("1"));

            gateway.handle(TREND, 7, List.of(wanted));
            gateway.handle(TREND, 8, List.of());

            assertThat(gateway.inputsHandled(TREND)).isEqualTo(8);
            assertThat(gateway.inputsHandled(ADA)).isZero();
            assertThat(gateway.handle(TREND, 7, List.of(wanted)).getFirst().id())
                    .isEqualTo(wanted.id());
            assertThat(rig.venue.arrived()).hasSize(1);
            assertThatThrownBy(() -> gateway.handle(TREND, 6, List.of(WantedAction.submit(rig.buy("1")))))
                    .hasMessageContaining("must want the same after the same input");
        }
    }

    @Test
    void queuesWhatLooksTheSame() {
        try (GatewayRig rig = GatewayRig.netting()) {
            OrderGateway gateway = rig.trading();
            WantedAction one = WantedAction.submit(rig.buy("1"));
            WantedAction two = WantedAction.submit(rig.buy("1"));
            WantedAction three = WantedAction.submit(rig.buy("1"));

            gateway.handle(TREND, 1, List.of(one, two, three));

            assertThat(gateway.await(three.id(), LONG).status()).isEqualTo(IntentStatus.EXECUTED);
            assertThat(rig.venue.arrived()).hasSize(3);
            assertThat(gateway.snapshot().positions()).hasSize(3).allMatch(held -> TREND.equals(held.owner()));
        }
    }

    @Test
    void refusesToTouchWhatIsNotThereOrNotItsOwn() {
        try (GatewayRig rig = GatewayRig.netting()) {
            OrderGateway gateway = rig.trading();
            OrderRequest held = rig.buy("2");
            gateway.submit(ADA, held);
            var position = gateway.await(held.clientOrderId(), LONG)
                    .settlement()
                    .positions()
                    .getFirst();

            assertThat(gateway.request(TREND, new WantedAction(rig.name(), OrderAction.Close.all(position)))
                            .code())
                    .isEqualTo("NOT_ITS_OWN");
            assertThatThrownBy(() -> gateway.request(
                            ADA,
                            new WantedAction(
                                    rig.name(),
                                    OrderAction.Close.all(io.tradetracker.api.order.BrokerPositionId.of("nowhere")))))
                    .isInstanceOfSatisfying(
                            TradeTrackerException.class,
                            failure -> assertThat(failure.code()).isEqualTo(CoreError.BAD_ORDER));
        }
    }

    @Test
    void tradesNothingWhileAnotherHolderHasTheAccount() {
        try (GatewayRig rig = GatewayRig.netting()) {
            rig.trading();
            OrderGateway second = rig.open();

            assertThatThrownBy(() -> second.submit(ADA, rig.buy("1")))
                    .isInstanceOfSatisfying(
                            TradeTrackerException.class,
                            failure -> assertThat(failure.code()).isEqualTo(CoreError.NOT_TRADING));
            assertThat(second.snapshot().state()).isEqualTo(GatewayState.WAITING);
        }
    }
}
