package io.tradetracker.core.simulation;

import io.tradetracker.api.order.FillReason;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.core.simulation.Book.Price;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fills what the range of a candle reaches when nobody knows in which order its prices came: stops before targets,
 * exits before entries, of several entries the one nearest to the open first. Used by one thread.
 */
final class UnorderedRange {
    private final Book book;
    private final Quotes quotes;
    private final CandleMatcher matcher;
    private final Records records;
    private boolean ambiguous;

    UnorderedRange(Book book, Quotes quotes, CandleMatcher matcher, Records records) {
        this.book = book;
        this.quotes = quotes;
        this.matcher = matcher;
        this.records = records;
    }

    /**
     * Fills.
     *
     * @param endMillis when the candle is over
     */
    void match(long endMillis) {
        ambiguous = false;
        if (reachesALot()) {
            for (Lot lot : book.lots.copy()) {
                protect(lot, endMillis);
            }
        }
        List<WorkingOrder> orders = book.orders.active();
        if (!orders.isEmpty()) {
            matchOrders(orders, endMillis);
        }
        if (ambiguous) {
            records.ambiguousCandle();
        }
    }

    private boolean reachesALot() {
        for (int i = 0; i < book.lots.size(); i++) {
            Lot lot = book.lots.get(i);
            OrderSide side = lot.exitSide();
            if (CandleMatcher.isStopReached(side, lot.stop(), worst(side)) || isTargetReached(lot)) {
                return true;
            }
        }
        return false;
    }

    private void protect(Lot lot, long endMillis) {
        OrderSide side = lot.exitSide();
        boolean target = isTargetReached(lot);
        if (CandleMatcher.isStopReached(side, lot.stop(), worst(side))) {
            fillNearerStops(lot, endMillis);
            if (lot.quantity == 0) {
                return;
            }
            ambiguous |= target;
            book.close(lot, matcher.atStop(side, lot.stop), lot.stopReason());
        } else if (target) {
            book.close(lot, Price.exactly(lot.target), FillReason.TAKE_PROFIT);
        }
    }

    /** Exits at a stop that the price passed on its way to the stop loss of the lot. */
    private void fillNearerStops(Lot lot, long endMillis) {
        double distance = Math.abs(lot.stop - quotes.open(lot.exitSide()));
        List<WorkingOrder> nearer = new ArrayList<>();
        for (WorkingOrder order : book.orders.active()) {
            if (order.isExit()
                    && order.isStop()
                    && order.side == lot.exitSide()
                    && order.reachesInto(endMillis)
                    && book.orders.isResting(order)
                    && isReached(order)
                    && distanceFromOpen(order) < distance) {
                nearer.add(order);
            }
        }
        nearer.sort(Comparator.comparingDouble(this::distanceFromOpen).thenComparingInt(order -> order.number));
        nearer.forEach(this::fill);
    }

    private boolean isTargetReached(Lot lot) {
        OrderSide side = lot.exitSide();
        return isBeyond(side, lot.target(), best(side));
    }

    private boolean isBeyond(OrderSide side, double limit, double price) {
        return CandleMatcher.isLimitReached(side, limit, price) && (price != limit || matcher.isTouchEnough());
    }

    /** The extreme that a stop on this side waits for. */
    private double worst(OrderSide side) {
        return side == OrderSide.BUY ? quotes.high(side) : quotes.low(side);
    }

    /** The extreme that a limit on this side waits for. */
    private double best(OrderSide side) {
        return side == OrderSide.BUY ? quotes.low(side) : quotes.high(side);
    }

    private void matchOrders(List<WorkingOrder> orders, long endMillis) {
        List<WorkingOrder> reached = new ArrayList<>();
        for (WorkingOrder order : orders) {
            if (order.reachesInto(endMillis) && book.orders.isResting(order) && isReached(order)) {
                reached.add(order);
            }
        }
        reached.sort(Comparator.<WorkingOrder>comparingInt(UnorderedRange::rank)
                .thenComparingDouble(this::distanceFromOpen)
                .thenComparingInt(order -> order.number));
        for (WorkingOrder order : reached) {
            if (book.orders.isResting(order)) {
                fill(order);
            } else {
                ambiguous = true;
            }
        }
    }

    private static int rank(WorkingOrder order) {
        return order.isExit() ? order.isStop() ? 0 : 1 : 2;
    }

    private double distanceFromOpen(WorkingOrder order) {
        return Math.abs(order.price() - quotes.open(order.side));
    }

    private boolean isReached(WorkingOrder order) {
        return order.isStop()
                ? CandleMatcher.isStopReached(order.side, order.price(), worst(order.side))
                : isBeyond(order.side, order.price(), best(order.side));
    }

    private void fill(WorkingOrder order) {
        if (matcher.reachedAtOpen(order)) {
            after(book.fill(order, matcher.atOpen(order)), true);
        } else if (order.isStopLimit() && order.isStop()) {
            fillStopLimit(order);
        } else if (order.isStop()) {
            after(book.fill(order, matcher.atStop(order.side, order.price())), true);
        } else {
            after(book.fill(order, Price.exactly(order.price())), false);
        }
    }

    /**
     * Its stop price is reached inside. A limit on the far side of it is met at once, one on the near side if the close
     * proves it.
     */
    private void fillStopLimit(WorkingOrder order) {
        double stop = order.terms.stopPrice();
        double limit = order.terms.limitPrice();
        order.triggered = true;
        if (CandleMatcher.isLimitReached(order.side, limit, stop)) {
            after(book.fill(order, Price.exactly(stop)), true);
        } else if (CandleMatcher.isLimitReached(order.side, limit, quotes.close(order.side))) {
            after(book.fill(order, Price.exactly(limit)), false);
        } else {
            ambiguous |= isBeyond(order.side, limit, best(order.side));
        }
    }

    /**
     * Protects what was opened inside this candle.
     *
     * @param towardsTarget whether the price moved towards the target when the order filled, so that a target in the
     *     range came after it for certain; a stop in the range may then have come before
     */
    private void after(@Nullable Lot opened, boolean towardsTarget) {
        if (opened == null) {
            return;
        }
        opened.openedInside = book.holdings.now();
        OrderSide side = opened.exitSide();
        boolean target = isTargetReached(opened);
        if (CandleMatcher.isStopReached(side, opened.stop(), worst(side))) {
            ambiguous |= towardsTarget || target;
            double reached = CandleMatcher.isStopReached(side, opened.stop, opened.price) ? opened.price : opened.stop;
            book.close(opened, matcher.atStop(side, reached), opened.stopReason());
        } else if (target && towardsTarget) {
            book.close(opened, Price.exactly(opened.target), FillReason.TAKE_PROFIT);
        } else {
            ambiguous |= target;
        }
    }
}
