package io.tradetracker.core.simulation;

import io.tradetracker.api.order.FillReason;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.core.simulation.Book.Price;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fills what a candle reaches along one path of prices: open, an extreme, the other extreme, close, in straight lines.
 * What opens on the way is protected from there on, and stops follow along the way. Used by one thread.
 */
final class PricePathWalk {
    private static final int MOST_EVENTS = 10_000;

    private final Book book;
    private final Quotes quotes;
    private final CandleMatcher matcher;
    private double bid;
    private double ask;
    private double bidEnd;
    private double askEnd;
    private long endMillis;

    // the event found first on the stretch at hand
    private double fraction;
    private @Nullable Lot lot;
    private @Nullable WorkingOrder order;

    PricePathWalk(Book book, Quotes quotes, CandleMatcher matcher) {
        this.book = book;
        this.quotes = quotes;
        this.matcher = matcher;
    }

    /**
     * Fills.
     *
     * @param lowFirst whether the low comes before the high
     * @param candleEndMillis when the candle is over
     */
    void match(boolean lowFirst, long candleEndMillis) {
        endMillis = candleEndMillis;
        bid = quotes.bidOpen;
        ask = quotes.askOpen;
        follow();
        if (lowFirst) {
            walkTo(quotes.bidLow, quotes.askLow);
            walkTo(quotes.bidHigh, quotes.askHigh);
        } else {
            walkTo(quotes.bidHigh, quotes.askHigh);
            walkTo(quotes.bidLow, quotes.askLow);
        }
        walkTo(quotes.bidClose, quotes.askClose);
    }

    private void walkTo(double toBid, double toAsk) {
        bidEnd = toBid;
        askEnd = toAsk;
        int events = 0;
        while (find() && ++events < MOST_EVENTS) {
            double startBid = bid;
            double startAsk = ask;
            bid += (bidEnd - bid) * fraction;
            ask += (askEnd - ask) * fraction;
            if (lot != null) {
                fillLot(lot, startOf(lot.exitSide(), startBid, startAsk));
            } else if (order != null) {
                fillOrder(order, startOf(order.side, startBid, startAsk));
            }
        }
        bid = bidEnd;
        ask = askEnd;
        follow();
    }

    private void follow() {
        for (int i = 0; i < book.lots.size(); i++) {
            Lot open = book.lots.get(i);
            double price = quote(open.exitSide());
            open.reach(price, price, book.steps);
        }
    }

    private static double startOf(OrderSide side, double startBid, double startAsk) {
        return side == OrderSide.BUY ? startAsk : startBid;
    }

    private double quote(OrderSide side) {
        return side == OrderSide.BUY ? ask : bid;
    }

    private double end(OrderSide side) {
        return side == OrderSide.BUY ? askEnd : bidEnd;
    }

    /** Looks for what comes first from here to the end of the stretch. */
    private boolean find() {
        fraction = Double.POSITIVE_INFINITY;
        lot = null;
        order = null;
        for (int i = 0; i < book.lots.size(); i++) {
            Lot open = book.lots.get(i);
            OrderSide side = open.exitSide();
            double at = Math.min(stopAt(side, open.stop(), quote(side)), limitAt(side, open.target()));
            if (at < fraction) {
                fraction = at;
                lot = open;
            }
        }
        List<WorkingOrder> active = book.orders.active();
        for (WorkingOrder each : active) {
            double at = each.reachesInto(endMillis) ? at(each) : Double.POSITIVE_INFINITY;
            if (at < fraction) {
                fraction = at;
                lot = null;
                order = each;
            }
        }
        return fraction <= 1;
    }

    private double at(WorkingOrder each) {
        return each.isStop() ? stopAt(each.side, each.price(), quote(each.side)) : limitAt(each.side, each.price());
    }

    /** {@return how far along the stretch from a price a stop is reached, 0 to 1; infinite when it is not} */
    private double stopAt(OrderSide side, double stop, double from) {
        double to = end(side);
        if (CandleMatcher.isStopReached(side, stop, from)) {
            return 0;
        }
        return CandleMatcher.isStopReached(side, stop, to) ? (stop - from) / (to - from) : Double.POSITIVE_INFINITY;
    }

    private double limitAt(OrderSide side, double limit) {
        double from = quote(side);
        double to = end(side);
        if (CandleMatcher.isLimitReached(side, limit, from) && (from != limit || matcher.isTouchEnough())) {
            return 0;
        }
        boolean reached = CandleMatcher.isLimitReached(side, limit, to) && (to != limit || matcher.isTouchEnough());
        return reached && to != from ? (limit - from) / (to - from) : Double.POSITIVE_INFINITY;
    }

    private void fillLot(Lot closing, double start) {
        OrderSide side = closing.exitSide();
        boolean here = fraction == 0;
        if (stopAt(side, closing.stop(), start) == fraction) {
            Price price = here ? matcher.atMarket(side, start) : matcher.atStop(side, closing.stop);
            book.close(closing, price, closing.stopReason());
        } else {
            book.close(closing, Price.exactly(here ? start : closing.target), FillReason.TAKE_PROFIT);
        }
    }

    private void fillOrder(WorkingOrder filling, double start) {
        boolean here = fraction == 0;
        if (filling.isStopLimit() && filling.isStop()) {
            filling.triggered = true;
            double price = here ? start : filling.terms.stopPrice();
            if (CandleMatcher.isLimitReached(filling.side, filling.terms.limitPrice(), price)) {
                book.fill(filling, Price.exactly(price));
            }
        } else if (filling.isStop()) {
            book.fill(
                    filling,
                    here ? matcher.atMarket(filling.side, start) : matcher.atStop(filling.side, filling.price()));
        } else {
            book.fill(filling, Price.exactly(here ? start : filling.price()));
        }
    }
}
