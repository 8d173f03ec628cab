package io.tradetracker.core.paper;

import io.tradetracker.api.order.BrokerOrderId;
import io.tradetracker.api.order.BrokerPositionId;
import io.tradetracker.api.order.Order;
import io.tradetracker.api.order.OrderPrices;
import io.tradetracker.api.order.OrderRequest;
import io.tradetracker.api.order.OrderType;
import io.tradetracker.api.order.TimeInForce;
import io.tradetracker.api.strategy.EntryMode;
import io.tradetracker.api.strategy.Intent;
import io.tradetracker.api.strategy.OrderTerms;
import io.tradetracker.api.strategy.PositionSize;
import io.tradetracker.api.strategy.Protection;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order that a paper account took. Its number names it, and the position that it may open. Immutable.
 *
 * @param number counts what the account was asked for
 * @param request what was asked for
 * @param prices at which it trades now
 * @param expiresAt when it ends, UTC; null when it waits until it is cancelled
 * @param createdAt when it was taken
 */
record PaperOrder(
        long number,
        OrderRequest request,
        OrderPrices prices,
        @Nullable Instant expiresAt,
        Instant createdAt) {
    static PaperOrder of(long number, OrderRequest request, Instant now) {
        return new PaperOrder(number, request, request.prices(), request.expiresAt(), now);
    }

    PaperOrder amended(OrderPrices newPrices, @Nullable Instant newEnd) {
        return new PaperOrder(number, request, newPrices, newEnd, createdAt);
    }

    BrokerOrderId id() {
        return BrokerOrderId.of("O-" + number);
    }

    BrokerPositionId position() {
        return BrokerPositionId.of("P-" + number);
    }

    /** {@return its name in the simulation} */
    String tag() {
        return id().value();
    }

    boolean isMarket() {
        return request.type().equals(OrderType.MARKET);
    }

    boolean isOverAt(Instant moment) {
        return expiresAt != null && !expiresAt.isAfter(moment);
    }

    Order view() {
        return new Order(
                id(),
                request.clientOrderId(),
                request.instrument(),
                request.side(),
                request.type(),
                request.quantity(),
                prices,
                expiresAt,
                createdAt);
    }

    Intent.Enter intent() {
        OrderTerms terms = isMarket()
                ? OrderTerms.MARKET
                : new OrderTerms(
                        request.type(),
                        number(prices.limitPrice()),
                        number(prices.stopPrice()),
                        expiresAt == null ? TimeInForce.GTC : TimeInForce.GTD,
                        expiresAt);
        return Intent.Enter.of(request.side(), request.reduceOnly() ? EntryMode.REDUCE : EntryMode.NET)
                .withInstrument(request.instrument())
                .withSize(PositionSize.units(request.quantity().doubleValue()))
                .withTerms(terms)
                .withProtection(protection(prices.stopLoss(), prices.takeProfit()))
                .withTag(tag());
    }

    static Protection protection(@Nullable BigDecimal stopLoss, @Nullable BigDecimal takeProfit) {
        return Protection.NONE.withStopLoss(number(stopLoss)).withTakeProfit(number(takeProfit));
    }

    private static double number(@Nullable BigDecimal price) {
        return price == null ? Double.NaN : price.doubleValue();
    }
}
