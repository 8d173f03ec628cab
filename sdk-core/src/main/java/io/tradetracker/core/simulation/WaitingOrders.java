package io.tradetracker.core.simulation;

import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.strategy.OrderTerms;
import io.tradetracker.api.strategy.OrderView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Orders of one instrument that wait: for the market to open, or for their price. Used by one thread. */
final class WaitingOrders {
    private List<WorkingOrder> atMarket = new ArrayList<>(1);
    private final List<WorkingOrder> resting = new ArrayList<>();
    private int candle;
    private boolean inCandle;

    void candleOpened() {
        candle++;
        inCandle = true;
    }

    void candleClosed() {
        inCandle = false;
    }

    /** {@return the first candle, counted here, in which an order that is placed now may fill} */
    int firstCandle(OrderTerms terms, boolean nextCandleOnly) {
        boolean openIsOver = inCandle && WorkingOrder.isImmediate(terms);
        return nextCandleOnly || openIsOver ? candle + 1 : candle;
    }

    void add(WorkingOrder order) {
        (order.isMarket() ? atMarket : resting).add(order);
    }

    boolean isEmpty() {
        return atMarket.isEmpty() && resting.isEmpty();
    }

    boolean hasMarket() {
        return !atMarket.isEmpty();
    }

    boolean hasResting() {
        return !resting.isEmpty();
    }

    List<WorkingOrder> takeMarket() {
        List<WorkingOrder> taken = atMarket;
        atMarket = new ArrayList<>(1);
        return taken;
    }

    /** {@return the resting orders that may fill in this candle, oldest first} */
    List<WorkingOrder> active() {
        if (resting.isEmpty()) {
            return List.of();
        }
        return resting.stream().filter(order -> order.firstCandle <= candle).toList();
    }

    boolean isResting(WorkingOrder order) {
        return resting.contains(order);
    }

    void filled(WorkingOrder order) {
        resting.remove(order);
    }

    void cancel(String tag) {
        removeIf(order -> !order.isForced() && (tag.isEmpty() || order.tag.is(tag)));
    }

    void cancelOthersOf(WorkingOrder order) {
        if (!order.group.isEmpty()) {
            removeIf(other -> other.group.equals(order.group));
        }
    }

    /** Asks about each order that could open or enlarge a position whether to take it back. */
    void cancelEntries(Predicate<WorkingOrder> which) {
        removeIf(order -> !order.onlyReduces() && which.test(order));
    }

    void dropResting(Predicate<WorkingOrder> which) {
        if (!resting.isEmpty()) {
            resting.removeIf(which);
        }
    }

    // In each candle: what says which to drop is made only when there is something to drop.

    /** Drops what is gone when a candle opens at that moment. */
    void dropOver(long openMillis) {
        if (!resting.isEmpty()) {
            dropResting(order -> order.isOverAt(openMillis));
        }
    }

    /** Drops what had this open only. */
    void dropImmediate() {
        if (!resting.isEmpty()) {
            dropResting(order -> WorkingOrder.isImmediate(order.terms) && order.firstCandle <= candle);
        }
    }

    /** Drops what had this candle only. */
    void dropOneCandle() {
        if (!resting.isEmpty()) {
            dropResting(order -> order.livesOneCandle() && order.firstCandle <= candle);
        }
    }

    private void removeIf(Predicate<WorkingOrder> which) {
        atMarket.removeIf(which);
        resting.removeIf(which);
    }

    List<OrderView> views(InstrumentId instrument) {
        if (isEmpty()) {
            return List.of();
        }
        List<WorkingOrder> all = new ArrayList<>(atMarket);
        all.addAll(resting);
        all.sort(Comparator.comparingInt(order -> order.number));
        return all.stream().map(order -> order.view(instrument)).toList();
    }
}
