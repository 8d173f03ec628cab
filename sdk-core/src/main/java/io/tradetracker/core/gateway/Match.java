package io.tradetracker.core.gateway;

import io.tradetracker.api.broker.Activity;
import io.tradetracker.api.broker.ActivityKind;
import io.tradetracker.api.broker.ActivitySource;
import io.tradetracker.api.order.BrokerOrderId;
import io.tradetracker.api.order.BrokerPositionId;
import io.tradetracker.api.order.Order;
import io.tradetracker.api.order.OrderRequest;
import io.tradetracker.api.order.OrderType;
import io.tradetracker.api.order.Position;
import io.tradetracker.core.account.AccountEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something on the account that looks like what was asked for: an order, a position and rows of the record that name
 * each other are one.
 *
 * @param order the broker's name of the order; null when nothing names one
 * @param position the broker's name of the position; null when nothing names one
 * @param price per unit; null when nothing tells
 */
record Match(
        @Nullable BrokerOrderId order,
        @Nullable BrokerPositionId position,
        @Nullable BigDecimal price) {
    /** {@return what looks like the trade among what was seen, each thing once} */
    static List<Match> among(List<AccountEvent> seen, WantedTrade trade, Window window) {
        List<Match> matches = new ArrayList<>();
        List<Match> nameless = new ArrayList<>();
        for (AccountEvent event : seen) {
            of(event, trade, window, seen).ifPresent(match -> {
                if (match.order == null && match.position == null) {
                    nameless.add(match);
                } else {
                    merge(matches, match);
                }
            });
        }
        return matches.isEmpty() ? nameless : matches;
    }

    private static void merge(List<Match> matches, Match next) {
        Match merged = next;
        for (Match other : List.copyOf(matches)) {
            if (other.isSameAs(merged)) {
                matches.remove(other);
                merged = other.and(merged);
            }
        }
        matches.add(merged);
    }

    private boolean isSameAs(Match other) {
        boolean sameOrder = order != null && order.equals(other.order);
        return sameOrder || (position != null && position.equals(other.position));
    }

    private Match and(Match other) {
        return new Match(
                order == null ? other.order : order,
                position == null ? other.position : position,
                price == null ? other.price : price);
    }

    /** {@return all positions that it names, or that its order does: one order may close some and open another} */
    List<BrokerPositionId> touched(List<AccountEvent> seen) {
        Set<BrokerPositionId> touched = new LinkedHashSet<>();
        if (position != null) {
            touched.add(position);
        }
        for (AccountEvent event : seen) {
            if (event instanceof AccountEvent.ActivityAdded(Activity row)
                    && order != null
                    && order.equals(row.order())
                    && row.position() != null) {
                touched.add(row.position());
            }
            if (event instanceof AccountEvent.PositionOpened(Position opened)
                    && order != null
                    && order.equals(opened.order())) {
                touched.add(opened.id());
            }
        }
        return List.copyOf(touched);
    }

    private static Optional<Match> of(AccountEvent event, WantedTrade trade, Window window, List<AccountEvent> seen) {
        return switch (event) {
            case AccountEvent.OrderPlaced(Order order) -> ofOrder(order, trade, window);
            case AccountEvent.PositionOpened(Position position) -> ofPosition(position, trade, window, seen);
            case AccountEvent.ActivityAdded(Activity row) -> ofRow(row, trade, window, seen);
            default -> Optional.empty();
        };
    }

    private static Optional<Match> ofOrder(Order order, WantedTrade trade, Window window) {
        OrderRequest request = trade.request();
        boolean same = request != null
                && !request.type().equals(OrderType.MARKET)
                && order.type().equals(request.type())
                && order.side() == trade.side()
                && order.quantity().compareTo(trade.quantity()) == 0
                && order.prices().equals(request.prices())
                && window.has(order.createdAt());
        return same ? Optional.of(new Match(order.id(), null, null)) : Optional.empty();
    }

    /** A position that is what was left of a larger order is not what was asked for. */
    private static Optional<Match> ofPosition(
            Position position, WantedTrade trade, Window window, List<AccountEvent> seen) {
        boolean same = trade.request() != null
                && position.side().entrySide() == trade.side()
                && position.quantity().compareTo(trade.quantity()) == 0
                && isAll(position, trade, seen)
                && window.has(position.openedAt(), trade);
        return same
                ? Optional.of(new Match(position.order(), position.id(), position.averagePrice()))
                : Optional.empty();
    }

    /** What one order traded in parts, closing a position and opening another, has a row for each part. */
    private static Optional<Match> ofRow(Activity row, WantedTrade trade, Window window, List<AccountEvent> seen) {
        boolean waits = row.kind().equals(ActivityKind.ORDER_PLACED)
                && trade.request() != null
                && !trade.request().type().equals(OrderType.MARKET);
        if (row.side() != trade.side()
                || !(waits ? window.has(row.time()) : window.has(row.time(), trade))
                || !(waits || isRequested(row))) {
            return Optional.empty();
        }
        BigDecimal quantity = waits ? row.quantity() : traded(row, trade, seen);
        boolean same = quantity != null
                && quantity.compareTo(trade.quantity()) == 0
                && (trade.position() == null
                        || row.position() == null
                        || trade.position().equals(row.position()))
                && (waits || isWithinLimit(trade, row.price()));
        return same
                ? Optional.of(new Match(row.order(), waits ? null : row.position(), waits ? null : row.price()))
                : Optional.empty();
    }

    /** {@return whether somebody asked for what the row tells, and no stop or broker did it} */
    static boolean isRequested(Activity row) {
        return row.kind().equals(ActivityKind.TRADE)
                && (row.source().equals(ActivitySource.USER) || row.source().equals(ActivitySource.ORDER));
    }

    private static @Nullable BigDecimal traded(Activity row, WantedTrade trade, List<AccountEvent> seen) {
        return row.order() == null ? row.quantity() : traded(row.order(), trade, seen);
    }

    private static BigDecimal traded(BrokerOrderId order, WantedTrade trade, List<AccountEvent> seen) {
        BigDecimal sum = BigDecimal.ZERO;
        for (AccountEvent event : seen) {
            if (event instanceof AccountEvent.ActivityAdded(Activity part)
                    && isRequested(part)
                    && order.equals(part.order())
                    && part.side() == trade.side()) {
                sum = sum.add(part.signedQuantity().abs());
            }
        }
        return sum;
    }

    private static boolean isAll(Position position, WantedTrade trade, List<AccountEvent> seen) {
        BigDecimal told = position.order() == null ? BigDecimal.ZERO : traded(position.order(), trade, seen);
        return told.signum() == 0 || told.compareTo(trade.quantity()) == 0;
    }

    private static boolean isWithinLimit(WantedTrade trade, @Nullable BigDecimal price) {
        BigDecimal limit =
                trade.request() == null ? null : trade.request().prices().limitPrice();
        return limit == null || price == null || trade.side().sign() * price.compareTo(limit) <= 0;
    }

    /**
     * When something must have happened to be what a request caused.
     *
     * @param from inclusive
     * @param to inclusive
     */
    record Window(Instant from, Instant to) {
        boolean has(Instant time) {
            return !time.isBefore(from) && !time.isAfter(to);
        }

        /** An order that waits may trade at any later time. */
        boolean has(Instant time, WantedTrade trade) {
            boolean atOnce = trade.request() == null || trade.request().type().equals(OrderType.MARKET);
            return atOnce ? has(time) : !time.isBefore(from);
        }
    }
}
