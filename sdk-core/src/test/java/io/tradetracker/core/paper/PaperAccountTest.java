package io.tradetracker.core.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.account.AccountId;
import io.tradetracker.api.broker.Activity;
import io.tradetracker.api.broker.ActivityKind;
import io.tradetracker.api.broker.ActivitySource;
import io.tradetracker.api.broker.Broker;
import io.tradetracker.api.broker.BrokerCapability;
import io.tradetracker.api.broker.SendPermit;
import io.tradetracker.api.broker.SubmitOutcome;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.Print;
import io.tradetracker.api.market.Quote;
import io.tradetracker.api.order.ClientOrderId;
import io.tradetracker.api.order.OrderAction;
import io.tradetracker.api.order.OrderRequest;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.order.Position;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.gateway.IntentStatus;
import io.tradetracker.core.gateway.OrderGateway;
import io.tradetracker.core.gateway.OrderOwner;
import io.tradetracker.core.gateway.TradingAccount;
import io.tradetracker.core.lease.InMemoryLeases;
import io.tradetracker.core.simulation.AccountSettings;
import io.tradetracker.core.simulation.PositionMode;
import io.tradetracker.core.simulation.Spread;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a paper account does with prices and money. */
final class PaperAccountTest {
    private static final Instant TIME = Instant.parse("2024-01-02T03:04:05Z");
    private static final Instrument GOLD = PaperStage.GOLD;
    private static final Instrument OIL = Instrument.of("OIL");
    private static final AccountSettings SETTINGS = PaperStage.settings(PositionMode.NETTING);

    private static final Duration LONG = Duration.ofSeconds(30);

    private final PaperAccount account = account(SETTINGS);
    private final Broker broker = new PaperBroker(account);

    private static PaperAccount account(AccountSettings settings) {
        return new PaperAccount(AccountId.of("paper"), settings, List.of(GOLD, OIL));
    }

    private static OrderRequest buy(Instrument instrument, String quantity) {
        return OrderRequest.market(
                ClientOrderId.of("buy-" + quantity), instrument.id(), OrderSide.BUY, new BigDecimal(quantity));
    }

    private SubmitOutcome send(OrderRequest request) {
        return broker.send(new OrderAction.Submit(request), SendPermit.ALWAYS);
    }

    private void quote(Instrument instrument, double bid, double ask) {
        account.onQuote(new Quote(instrument.id(), TIME, bid, ask));
    }

    @Test
    void fillsAtTheVeryBidAndAskThatWereQuoted() {
        quote(OIL, 0.1, 0.3000000001);
        send(buy(OIL, "1"));

        assertThat(broker.positions().getFirst().averagePrice()).isEqualByComparingTo("0.3000000001");
        assertThat(broker.account().equity().amount()).isEqualByComparingTo("99999.9");
    }

    @Test
    void tradesNothingBeforeItsFirstPrice() {
        assertThat(send(buy(GOLD, "1")))
                .isInstanceOfSatisfying(
                        SubmitOutcome.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("NO_PRICE"));
        assertThat(broker.account().balance()).isEqualTo(broker.account().equity());
    }

    @Test
    void refusesWhatTheAccountCannotCarry() {
        quote(GOLD, 2000, 2001);

        assertThat(send(buy(GOLD, "1000"))).isInstanceOfSatisfying(SubmitOutcome.Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo("INSUFFICIENT_MARGIN");
            assertThat(refused.message()).contains("margin is needed");
        });
        assertThat(broker.activitySince(Instant.EPOCH)).isEmpty();
    }

    @Test
    void closesWhatTheAccountCannotCarryAnyMore() {
        quote(GOLD, 2000, 2000);
        send(buy(GOLD, "900"));
        quote(GOLD, 1900, 1900);

        assertThat(broker.positions()).isEmpty();
        assertThat(broker.activitySince(Instant.EPOCH))
                .extracting(Activity::source)
                .containsExactly(ActivitySource.USER, ActivitySource.CLOSE_OUT);
    }

    @Test
    void addsItsOwnSpreadToPrintsButNotToQuotes() {
        PaperAccount spread = account(SETTINGS.withCosts(SETTINGS.costs().withSpread(Spread.amount(2))));
        Broker trader = new PaperBroker(spread);
        spread.onPrint(new Print(GOLD.id(), TIME, 2000, 1));
        trader.send(new OrderAction.Submit(buy(GOLD, "1")), SendPermit.ALWAYS);
        spread.onQuote(new Quote(GOLD.id(), TIME, 1999.5, 2000.5));
        spread.onPrint(new Print(GOLD.id(), TIME, 5000, 1));
        trader.send(new OrderAction.Submit(buy(GOLD, "2")), SendPermit.ALWAYS);

        assertThat(trader.positions())
                .extracting(Position::averagePrice)
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal("2001"), new BigDecimal("2000.5"));
    }

    @Test
    void anOppositeOrderClosesTheOldestFirstAndOpensTheRest() {
        quote(GOLD, 2000, 2000);
        send(buy(GOLD, "1"));
        send(buy(GOLD, "2"));
        List<Position> before = broker.positions();
        send(OrderRequest.market(ClientOrderId.of("sell"), GOLD.id(), OrderSide.SELL, new BigDecimal("4")));
        List<Activity> rows = broker.activitySince(TIME);

        assertThat(rows.subList(2, 5))
                .extracting(Activity::quantity)
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(BigDecimal.ONE, BigDecimal.TWO, BigDecimal.ONE);
        assertThat(rows.subList(2, 5))
                .extracting(Activity::position)
                .containsExactly(
                        before.get(0).id(),
                        before.get(1).id(),
                        broker.positions().getFirst().id());
        assertThat(broker.positions().getFirst().signedQuantity()).isEqualByComparingTo("-1");
    }

    @Test
    void anOrderThatCannotBeFilledEndsOnRecord() {
        quote(GOLD, 2000, 2000);
        send(OrderRequest.limit(
                ClientOrderId.of("large"), GOLD.id(), OrderSide.BUY, new BigDecimal("5000"), new BigDecimal("1990")));
        assertThat(broker.orders()).hasSize(1);
        quote(GOLD, 1985, 1985);

        assertThat(broker.orders()).isEmpty();
        assertThat(broker.positions()).isEmpty();
        assertThat(broker.activitySince(TIME))
                .extracting(Activity::kind)
                .containsExactly(ActivityKind.ORDER_PLACED, ActivityKind.ORDER_ENDED);
    }

    @Test
    void doesNotGoBackInTime() {
        quote(GOLD, 2000, 2001);
        account.onQuote(new Quote(GOLD.id(), TIME.minusSeconds(5), 2001, 2002));
        send(buy(GOLD, "1"));

        assertThat(broker.positions().getFirst().openedAt()).isEqualTo(TIME);
        assertThat(broker.positions().getFirst().averagePrice()).isEqualByComparingTo("2002");
    }

    @Test
    void hedgesOnlyWhenToldTo() {
        assertThat(broker.capabilities()).doesNotContain(BrokerCapability.HEDGING, BrokerCapability.STREAMING);
        assertThat(new PaperBroker(account(PaperStage.settings(PositionMode.HEDGING))).capabilities())
                .contains(BrokerCapability.HEDGING);
    }

    @Test
    void isTradedThroughTheGatewayLikeAnyBroker() {
        quote(GOLD, 2000, 2001);
        try (OrderGateway gateway = TradeTracker.create()
                .gateway(broker, TradingAccount.of("paper", "1"))
                .leases(new InMemoryLeases(), "host", Duration.ofMillis(50))
                .open()) {
            assertThat(gateway.awaitTrading(LONG)).isTrue();
            OrderRequest order = buy(GOLD, "1").withProtection(new BigDecimal("1990"), null);
            gateway.submit(OrderOwner.person("Ada"), order);

            assertThat(gateway.await(order.clientOrderId(), LONG).status()).isEqualTo(IntentStatus.EXECUTED);
            assertThat(broker.positions())
                    .singleElement()
                    .satisfies(held -> assertThat(held.stopLoss()).isEqualByComparingTo("1990"));
        }
    }
}
