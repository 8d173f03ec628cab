package io.tradetracker.testkit.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.broker.ActivityKind;
import io.tradetracker.api.broker.ActivitySource;
import io.tradetracker.api.broker.BrokerCapability;
import io.tradetracker.api.broker.BrokerReference;
import io.tradetracker.api.broker.Confirmation;
import io.tradetracker.api.broker.SubmitOutcome;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.order.BrokerPositionId;
import io.tradetracker.api.order.OrderAction;
import io.tradetracker.api.order.OrderPrices;
import io.tradetracker.api.order.OrderRequest;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.order.Position;
import io.tradetracker.api.order.PositionSide;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Positions: how they are opened, protected and closed. */
abstract class TradingContract extends ContractDesk {
    @Test
    void buysAtTheMarket() {
        assertOpened(opened(market(OrderSide.BUY, units())), PositionSide.LONG);
    }

    @Test
    void sellsAtTheMarket() {
        assertOpened(opened(market(OrderSide.SELL, units())), PositionSide.SHORT);
    }

    private void assertOpened(Position held, PositionSide side) {
        assertThat(held.side()).isEqualTo(side);
        assertThat(held.instrument()).isEqualTo(stage.instrument().id());
        assertThat(held.quantity()).isEqualByComparingTo(units());
        assertThat(held.averagePrice()).as("price, within the quote").isBetween(stage.bid(), stage.ask());
        assertThat(held.stopLoss()).isNull();
        assertThat(held.takeProfit()).isNull();
        assertThat(held.openedAt()).isAfterOrEqualTo(start);
        assertThat(broker.positions()).hasSize(1);
        assertThat(broker.orders()).isEmpty();
    }

    @Test
    void confirmsWhatWasDone() {
        OrderAction action = new OrderAction.Submit(market(OrderSide.BUY, units()));
        Confirmation confirmation = done(action);
        Position held = onlyPosition();

        assertThat(confirmation.positions()).containsExactly(held.id());
        assertThat(broker.confirm(confirmation.reference())).contains(confirmation);
        if (confirmation.price() != null) {
            assertThat(confirmation.price()).isEqualByComparingTo(held.averagePrice());
        }
    }

    @Test
    void confirmsNothingOfAReferenceThatIsNotItsOwn() {
        assertThat(broker.confirm(BrokerReference.of("never-given"))).isEmpty();
    }

    @Test
    void namesEveryPositionAnew() {
        Position first = opened(market(OrderSide.BUY, units()));
        done(OrderAction.Close.all(first.id()));
        awaitFlat();

        assertThat(opened(market(OrderSide.BUY, units())).id()).isNotEqualTo(first.id());
    }

    @Test
    void holdsWhatSeveralEntriesOpened() {
        done(market(OrderSide.BUY, units()));
        done(market(OrderSide.BUY, units()));
        awaitNet(twice());

        assertThat(broker.positions()).extracting(Position::id).doesNotHaveDuplicates();
        assertThat(broker.positions()).extracting(Position::side).containsOnly(PositionSide.LONG);
    }

    @Test
    void closesAPosition() {
        Position held = opened(market(OrderSide.SELL, units()));
        Confirmation confirmation = done(OrderAction.Close.all(held.id()));
        awaitFlat();

        assertThat(confirmation.positions()).contains(held.id());
        assertThat(broker.orders()).isEmpty();
    }

    @Test
    void closingTwiceFindsNothing() {
        Position held = opened(market(OrderSide.BUY, units()));
        done(OrderAction.Close.all(held.id()));
        awaitFlat();

        assertThat(refused(OrderAction.Close.all(held.id()))).isEqualTo(SubmitOutcome.Refused.NOT_FOUND);
    }

    @Test
    void findsNoPositionThatNeverWas() {
        BrokerPositionId never = BrokerPositionId.of("never-given");

        assertThat(refused(OrderAction.Close.all(never))).isEqualTo(SubmitOutcome.Refused.NOT_FOUND);
    }

    @Test
    void closesAPartOrSaysThatItCannot() {
        Position held = opened(market(OrderSide.BUY, units()));
        OrderAction part = new OrderAction.Close(held.id(), half());
        if (!can(BrokerCapability.PARTIAL_CLOSE)) {
            unsupported(part);
            return;
        }
        done(part);
        awaitNet(half());

        assertThat(current(held).averagePrice()).isEqualByComparingTo(held.averagePrice());
        refused(new OrderAction.Close(held.id(), twice()));
    }

    @Test
    void anOppositeOrderNetsOrHedges() {
        done(market(OrderSide.BUY, units()));
        done(market(OrderSide.SELL, half()));
        awaitNet(half());
        boolean hedges = can(BrokerCapability.HEDGING);
        assertThat(broker.positions()).hasSize(hedges ? 2 : 1);

        done(market(OrderSide.SELL, twice()));
        awaitNet(half().subtract(twice()));

        assertThat(broker.positions().stream().map(Position::side).distinct())
                .hasSize(hedges ? 2 : 1)
                .contains(PositionSide.SHORT);
    }

    @Test
    void reducesOnlyOrSaysThatItCannot() {
        OrderRequest reducing = market(OrderSide.SELL, twice()).reducing();
        if (!can(BrokerCapability.REDUCE_ONLY)) {
            unsupported(new OrderAction.Submit(reducing));
            return;
        }
        refused(reducing);
        done(market(OrderSide.BUY, units()));
        awaitNet(units());
        done(market(OrderSide.SELL, half()).reducing());
        awaitNet(half());
        done(market(OrderSide.SELL, twice()).reducing());

        awaitFlat();
    }

    // ---- protection ----

    @Test
    void protectsWhatItOpensOrSaysThatItCannot() {
        OrderRequest request = market(OrderSide.BUY, units()).withProtection(away(-4), away(4));
        if (!can(BrokerCapability.BRACKETS)) {
            unsupported(new OrderAction.Submit(request));
            unsupported(new OrderAction.Submit(market(OrderSide.BUY, units()).withProtection(null, away(4))));
            Position held = opened(market(OrderSide.BUY, units()));
            unsupported(new OrderAction.Protect(held.id(), away(-4), null));
            return;
        }
        Position held = opened(request);

        assertThat(held.stopLoss()).isEqualByComparingTo(away(-4));
        assertThat(held.takeProfit()).isEqualByComparingTo(away(4));
    }

    @Test
    void setsProtectionAsAWhole() {
        if (!can(BrokerCapability.BRACKETS)) {
            return;
        }
        Position held = opened(market(OrderSide.SELL, units()));
        awaitProtection(held, away(4), away(-4));
        awaitProtection(held, away(3), null);
        awaitProtection(held, null, away(-3));
        awaitProtection(held, null, null);

        row("protection", ActivityKind.PROTECTED, row -> held.id().equals(row.position()));
        refused(new OrderAction.Protect(held.id(), away(-3), null));
        refused(new OrderAction.Protect(held.id(), null, away(3)));
        assertThat(current(held)).isEqualTo(held);
    }

    private void awaitProtection(Position held, @Nullable BigDecimal stopLoss, @Nullable BigDecimal takeProfit) {
        OrderAction.Protect action = new OrderAction.Protect(held.id(), stopLoss, takeProfit);
        done(action);
        awaitThat(
                "protection as in " + action, () -> protection(current(held)).equals(protection(stopLoss, takeProfit)));
    }

    private static OrderPrices protection(Position held) {
        return protection(held.stopLoss(), held.takeProfit());
    }

    private static OrderPrices protection(@Nullable BigDecimal stopLoss, @Nullable BigDecimal takeProfit) {
        return OrderPrices.NONE.withProtection(stopLoss, takeProfit);
    }

    @Test
    void closesAtTheStopLoss() {
        if (can(BrokerCapability.BRACKETS)) {
            Position held = opened(market(OrderSide.BUY, units()).withProtection(away(-3), away(9)));
            stage.moveTo(away(-2));
            assertThat(current(held)).isEqualTo(held);

            assertClosedBy(held, ActivitySource.STOP_LOSS, -4);
        }
    }

    @Test
    void closesAtTheTakeProfit() {
        if (can(BrokerCapability.BRACKETS)) {
            Position held = opened(market(OrderSide.SELL, units()).withProtection(away(9), away(-3)));
            assertClosedBy(held, ActivitySource.TAKE_PROFIT, -6);
        }
    }

    private void assertClosedBy(Position held, ActivitySource source, int distances) {
        stage.moveTo(away(distances));
        awaitFlat();
        OrderSide exit = held.side().entrySide().opposite();

        assertThat(row(
                        "the end of " + held.id(),
                        ActivityKind.TRADE,
                        row -> row.source().equals(source)))
                .satisfies(row -> {
                    assertThat(row.position()).isEqualTo(held.id());
                    assertThat(row.side()).isEqualTo(exit);
                    assertThat(row.quantity()).isEqualByComparingTo(held.quantity());
                });
        assertThat(refused(OrderAction.Close.all(held.id()))).isEqualTo(SubmitOutcome.Refused.NOT_FOUND);
    }

    // ---- what is no order ----

    @Test
    void refusesWhatTheInstrumentDoesNotAllow() {
        BigDecimal step = stage.instrument().rules().quantityStep();
        BigDecimal least = stage.instrument().rules().minQuantity();

        refused(OrderRequest.market(name(), InstrumentId.of("NO-SUCH-THING"), OrderSide.BUY, units()));
        refused(market(OrderSide.BUY, units().add(step.movePointLeft(1))));
        if (least.compareTo(step) > 0) {
            refused(market(OrderSide.BUY, least.subtract(step)));
        }
        refused(market(OrderSide.BUY, stage.instrument().rules().maxQuantity().add(step)));
        if (can(BrokerCapability.BRACKETS)) {
            refused(market(OrderSide.BUY, units()).withProtection(away(4), null));
            refused(market(OrderSide.SELL, units()).withProtection(null, away(4)));
        }
    }
}
