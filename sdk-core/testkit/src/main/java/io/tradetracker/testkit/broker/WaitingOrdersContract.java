package io.tradetracker.testkit.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.broker.ActivityKind;
import io.tradetracker.api.broker.ActivitySource;
import io.tradetracker.api.broker.BrokerCapability;
import io.tradetracker.api.broker.SubmitOutcome;
import io.tradetracker.api.order.BrokerOrderId;
import io.tradetracker.api.order.Order;
import io.tradetracker.api.order.OrderAction;
import io.tradetracker.api.order.OrderPrices;
import io.tradetracker.api.order.OrderRequest;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.order.OrderType;
import io.tradetracker.api.order.Position;
import io.tradetracker.api.order.PositionSide;
import io.tradetracker.api.order.TimeInForce;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Orders that wait: how they are placed, changed, ended and filled. */
abstract class WaitingOrdersContract extends TradingContract {
    private boolean waits() {
        return can(BrokerCapability.WORKING_ORDERS);
    }

    @Test
    void takesWaitingOrdersOrSaysThatItCannot() {
        if (!waits()) {
            unsupported(new OrderAction.Submit(limit(OrderSide.BUY, away(-2))));
            unsupported(new OrderAction.Submit(stop(OrderSide.BUY, away(2))));
            unsupported(new OrderAction.Cancel(BrokerOrderId.of("never-given")));
            return;
        }
        OrderRequest request = limit(OrderSide.BUY, away(-2));
        Order order = waiting(request);

        assertThat(order.instrument()).isEqualTo(stage.instrument().id());
        assertThat(order.side()).isEqualTo(OrderSide.BUY);
        assertThat(order.type()).isEqualTo(OrderType.LIMIT);
        assertThat(order.quantity()).isEqualByComparingTo(units());
        assertThat(order.prices()).isEqualTo(request.prices());
        assertThat(order.expiresAt()).isNull();
        assertThat(order.createdAt()).isAfterOrEqualTo(start);
        assertThat(broker.positions()).isEmpty();
        row("an order placed", ActivityKind.ORDER_PLACED, row -> order.id().equals(row.order()));
    }

    @Test
    void fillsALimitOrderAtItsPriceOrBetter() {
        if (waits()) {
            BigDecimal price = away(-2);
            Order order = waiting(limit(OrderSide.BUY, price));
            stage.moveTo(away(-1));
            assertThat(current(order)).isEqualTo(order);

            assertThat(filled(order, -3).averagePrice()).isLessThanOrEqualTo(price);
        }
    }

    @Test
    void fillsAStopOrderAtItsPriceOrWorse() {
        if (waits()) {
            BigDecimal price = away(-2);
            Order order = waiting(stop(OrderSide.SELL, price));
            stage.moveTo(away(-1));
            assertThat(current(order)).isEqualTo(order);

            assertThat(filled(order, -3).averagePrice()).isLessThanOrEqualTo(price);
        }
    }

    /** {@return the position that the order opens when the price has moved} */
    private Position filled(Order order, int distances) {
        stage.moveTo(away(distances));
        Position held = onlyPosition();
        awaitNoOrder();

        assertThat(held.order()).as("the order that a position came from").isEqualTo(order.id());
        assertThat(held.side().entrySide()).isEqualTo(order.side());
        assertThat(held.quantity()).isEqualByComparingTo(order.quantity());
        assertThat(row("the fill", ActivityKind.TRADE, row -> order.id().equals(row.order())))
                .satisfies(row -> {
                    assertThat(row.position()).isEqualTo(held.id());
                    assertThat(row.source()).isEqualTo(ActivitySource.ORDER);
                    assertThat(row.side()).isEqualTo(order.side());
                });
        return held;
    }

    @Test
    void fillsAStopLimitOrderOrSaysThatItCannot() {
        OrderRequest request = stopLimit(away(2), away(6));
        if (!can(BrokerCapability.STOP_LIMIT_ORDERS)) {
            unsupported(new OrderAction.Submit(request));
            return;
        }
        Order order = waiting(request);
        assertThat(order.type()).isEqualTo(OrderType.STOP_LIMIT);
        assertThat(order.prices()).isEqualTo(request.prices());
        BigDecimal most = away(6);

        assertThat(filled(order, 3).averagePrice()).isLessThanOrEqualTo(most);
    }

    @Test
    void makesAStopLimitOrderALimitOrderOnceItsStopPriceIsReached() {
        if (can(BrokerCapability.STOP_LIMIT_ORDERS)) {
            BigDecimal most = away(3);
            Order order = waiting(stopLimit(away(2), most));
            stage.moveTo(away(5));
            assertThat(broker.positions()).as("positions above the limit price").isEmpty();

            assertThat(filled(order, -6).averagePrice()).isLessThanOrEqualTo(most);
        }
    }

    private OrderRequest stopLimit(BigDecimal stop, BigDecimal limit) {
        OrderRequest request = stop(OrderSide.BUY, stop);
        return new OrderRequest(
                request.clientOrderId(),
                request.instrument(),
                request.side(),
                OrderType.STOP_LIMIT,
                request.quantity(),
                TimeInForce.GTC,
                null,
                OrderPrices.NONE.withStopPrice(stop).withLimitPrice(limit),
                false);
    }

    @Test
    void waitsToReduceOnly() {
        if (waits() && can(BrokerCapability.REDUCE_ONLY)) {
            done(market(OrderSide.BUY, half()));
            awaitNet(half());
            waiting(limit(OrderSide.SELL, away(2)).reducing());
            stage.moveTo(away(3));

            awaitFlat();
            awaitNoOrder();
        }
    }

    @Test
    void handsTheProtectionOfAnOrderToItsPosition() {
        if (waits() && can(BrokerCapability.BRACKETS)) {
            OrderRequest request = limit(OrderSide.SELL, away(2)).withProtection(away(9), away(-9));
            Order order = waiting(request);
            assertThat(order.prices()).isEqualTo(request.prices());
            Position held = filled(order, 4);

            assertThat(held.side()).isEqualTo(PositionSide.SHORT);
            assertThat(held.stopLoss()).isEqualTo(request.prices().stopLoss());
            assertThat(held.takeProfit()).isEqualTo(request.prices().takeProfit());
        }
    }

    @Test
    void amendsAllPricesOfAnOrder() {
        if (!waits()) {
            return;
        }
        Instant end = stage.now().plus(stage.expiry());
        OrderRequest request = limit(OrderSide.BUY, away(-2)).withExpiry(end);
        boolean protects = can(BrokerCapability.BRACKETS);
        Order order = waiting(protects ? request.withProtection(away(-9), away(9)) : request);
        assertThat(order.expiresAt()).isEqualTo(end);

        OrderPrices prices = OrderPrices.NONE.withLimitPrice(away(-5));
        done(new OrderAction.Amend(order.id(), prices, null));
        awaitThat("other prices of " + order.id(), () -> current(order).prices().equals(prices));

        assertThat(current(order).expiresAt()).isNull();
        assertThat(current(order).quantity()).isEqualByComparingTo(order.quantity());
        assertThat(current(order).createdAt()).isEqualTo(order.createdAt());
        row("the change", ActivityKind.ORDER_AMENDED, row -> order.id().equals(row.order()));
        stage.moveTo(away(-3));
        assertThat(broker.positions())
                .as("positions at the price it had before")
                .isEmpty();
        filled(order, -4);
    }

    @Test
    void leavesAnOrderAsItIsWhenAChangeIsRefused() {
        if (waits()) {
            Order order = waiting(limit(OrderSide.BUY, away(-2)));
            refused(new OrderAction.Amend(order.id(), OrderPrices.NONE, null));
            refused(new OrderAction.Amend(
                    order.id(), order.prices(), stage.now().minus(stage.expiry())));

            assertThat(current(order)).isEqualTo(order);
        }
    }

    @Test
    void cancelsAnOrder() {
        if (!waits()) {
            return;
        }
        BigDecimal beyond = away(-4);
        Order order = waiting(limit(OrderSide.BUY, away(-2)));
        done(new OrderAction.Cancel(order.id()));
        awaitNoOrder();

        row("the end", ActivityKind.ORDER_ENDED, row -> order.id().equals(row.order()));
        assertThat(refused(new OrderAction.Cancel(order.id()))).isEqualTo(SubmitOutcome.Refused.NOT_FOUND);
        assertThat(refused(new OrderAction.Amend(order.id(), order.prices(), null)))
                .isEqualTo(SubmitOutcome.Refused.NOT_FOUND);
        stage.moveTo(beyond);
        assertThat(broker.positions()).isEmpty();
    }

    @Test
    void endsAnOrderAtItsMoment() {
        if (!waits()) {
            return;
        }
        BigDecimal beyond = away(-4);
        Order order =
                waiting(limit(OrderSide.BUY, away(-2)).withExpiry(stage.now().plus(stage.expiry())));
        stage.pass(stage.expiry());
        awaitNoOrder();
        row("the end", ActivityKind.ORDER_ENDED, row -> order.id().equals(row.order()));
        stage.moveTo(beyond);

        assertThat(broker.positions()).isEmpty();
        assertThat(refused(new OrderAction.Cancel(order.id()))).isEqualTo(SubmitOutcome.Refused.NOT_FOUND);
    }

    @Test
    void refusesPricesThatNoOrderCanHave() {
        if (waits()) {
            BigDecimal step = stage.instrument().rules().priceStep();
            refused(limit(OrderSide.BUY, away(-2)).withExpiry(stage.now().minus(stage.expiry())));
            if (!stage.instrument().rules().takesAnyPrice()) {
                refused(limit(OrderSide.BUY, away(-2).add(step.movePointLeft(1))));
            }
            if (can(BrokerCapability.BRACKETS)) {
                refused(limit(OrderSide.BUY, away(-2)).withProtection(away(-1), null));
                refused(limit(OrderSide.BUY, away(-2)).withProtection(null, away(-3)));
            }
        }
    }
}
