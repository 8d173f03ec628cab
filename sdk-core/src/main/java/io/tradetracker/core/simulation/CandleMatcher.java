package io.tradetracker.core.simulation;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.order.FillReason;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.core.simulation.Book.Price;

/**
 * Takes the candles of one instrument and says which orders of its book fill, at what price. A candle comes in three
 * steps: its open, its range, and its close. Used by one thread.
 */
final class CandleMatcher {
    private final Book book;
    private final Costs costs;
    private final Records records;
    private final SimulatedMarket market;
    private final Quotes quotes = new Quotes();
    private final UnorderedRange unordered;
    private final PricePathWalk walk;
    private final boolean isPlain;
    private final boolean chargesHolding;
    private final boolean mayHoldQuietly;
    private final long lengthMillis;
    private long openTime;
    private double lastPrice = Double.NaN;
    private long lastTime = Long.MIN_VALUE;
    private long nextCharge = Long.MIN_VALUE;
    private double open;
    private double half;
    private double bid = Double.NaN;
    private double ask = Double.NaN;
    private int askIndex;
    private int finerIndex;
    private boolean showedFiner;
    private boolean passedQuietly;

    CandleMatcher(Book book, Costs costs, Records records, SimulatedMarket market, long lengthMillis) {
        this.book = book;
        this.costs = costs;
        this.records = records;
        this.market = market;
        this.lengthMillis = lengthMillis;
        unordered = new UnorderedRange(book, quotes, this, records);
        walk = new PricePathWalk(book, quotes, this);
        isPlain = costs.spread().isNone() && market.ask() == null;
        chargesHolding = !costs.financing().isNone();
        mayHoldQuietly = !chargesHolding && !book.rules.margin().isAskedFor();
    }

    /** A candle opened: market orders fill, and whatever the open has passed. */
    void open(long timeMillis, double price) {
        openTime = timeMillis;
        open(timeMillis, price, isPlain ? 0 : halfSpread(timeMillis, price));
    }

    /** A bid and an ask, which stand as they are: their middle and half of their difference need not give them back. */
    void quote(long timeMillis, double newBid, double newAsk) {
        bid = newBid;
        ask = newAsk;
        openTime = timeMillis;
        double middle = (bid + ask) / 2;
        open(timeMillis, middle, (ask - bid) / 2);
        range(middle, middle, middle);
        close(middle);
    }

    private void open(long timeMillis, double price, double halfOfSpread) {
        passedQuietly = false;
        open = price;
        half = halfOfSpread;
        book.open(timeMillis, price, half);
        if (chargesHolding && timeMillis >= nextCharge) {
            if (lastTime != Long.MIN_VALUE) {
                book.finance(lastTime, timeMillis);
            }
            nextCharge = costs.financing().nextAfter(timeMillis);
        }
        lastTime = timeMillis;
        if (!book.isIdle()) {
            quoteOpen(price);
            book.orders.dropOver(timeMillis);
            fillMarketOrders();
            fillAtOpen();
            book.orders.dropImmediate();
        }
    }

    private double halfSpread(long timeMillis, double price) {
        CandleSeries asks = market.ask();
        if (asks == null) {
            return costs.spread().half(timeMillis, price);
        }
        askIndex = indexOf(asks, timeMillis, askIndex);
        return hasAskCandle(asks) ? (asks.open(askIndex) - price) / 2 : 0;
    }

    private boolean hasAskCandle(CandleSeries asks) {
        return askIndex < asks.size() && asks.timeMillis(askIndex) == openTime;
    }

    /** {@return the first candle at or after a moment, looked for from an index on} */
    private static int indexOf(CandleSeries series, long timeMillis, int from) {
        int i = from;
        while (i < series.size() && series.timeMillis(i) < timeMillis) {
            i++;
        }
        return i;
    }

    private void quoteOpen(double price) {
        CandleSeries asks = market.ask();
        quotes.open(bidOf(price), asks != null && hasAskCandle(asks) ? asks.open(askIndex) : askOf(price));
    }

    private void quoteRange(double high, double low, double close) {
        CandleSeries asks = market.ask();
        quotes.bid(bidOf(high), bidOf(low), bidOf(close));
        if (asks != null && hasAskCandle(asks)) {
            quotes.ask(asks.high(askIndex), asks.low(askIndex), asks.close(askIndex));
        } else {
            quotes.ask(askOf(high), askOf(low), askOf(close));
        }
    }

    /** Candles are of the middle, or of the bid when the asks are given as well. */
    private double bidOf(double price) {
        return !Double.isNaN(bid) ? bid : market.ask() == null ? price - half : price;
    }

    private double askOf(double price) {
        return !Double.isNaN(ask) ? ask : market.ask() == null ? price + half : price + 2 * half;
    }

    private void fillMarketOrders() {
        if (book.orders.hasMarket()) {
            for (WorkingOrder order : book.orders.takeMarket()) {
                book.fill(order, atMarket(order.side, quotes.open(order.side)));
            }
        }
    }

    /** Fills market orders at the close of the candle just finished. */
    void fillAtClose(long closeTimeMillis) {
        if (book.orders.hasMarket()) {
            book.holdings.moment(closeTimeMillis);
            quoteClose();
            for (WorkingOrder order : book.orders.takeMarket()) {
                book.fill(order, atMarket(order.side, quotes.close(order.side)));
            }
        }
    }

    /** Closes everything at the last close. */
    void closeAll(FillReason reason, long timeMillis) {
        book.holdings.moment(timeMillis);
        quoteClose();
        for (Lot lot : book.lots.copy()) {
            book.close(lot, atMarket(lot.exitSide(), quotes.close(lot.exitSide())), reason);
        }
    }

    /** Fills what the open has passed: stops get worse, limits better. */
    private void fillAtOpen() {
        if (opensBeyondALot()) {
            for (Lot lot : book.lots.copy()) {
                protectAtOpen(lot);
            }
        }
        // an iterator of nothing is an object as well, and this runs for each candle
        if (book.orders.hasResting()) {
            fillRestingAtOpen();
        }
    }

    private void fillRestingAtOpen() {
        for (WorkingOrder order : book.orders.active()) {
            if (book.orders.isResting(order) && reachedAtOpen(order)) {
                Lot opened = book.fill(order, atOpen(order));
                if (opened != null) {
                    protectAtOpen(opened);
                }
            }
        }
    }

    private boolean opensBeyondALot() {
        for (int i = 0; i < book.lots.size(); i++) {
            Lot lot = book.lots.get(i);
            double price = quotes.open(lot.exitSide());
            if (isStopReached(lot.exitSide(), lot.stop(), price)
                    || isLimitReached(lot.exitSide(), lot.target(), price)) {
                return true;
            }
        }
        return false;
    }

    void protectAtOpen(Lot lot) {
        OrderSide side = lot.exitSide();
        double price = quotes.open(side);
        if (isStopReached(side, lot.stop(), price)) {
            book.close(lot, atMarket(side, price), lot.stopReason());
        } else if (isLimitReached(side, lot.target(), price) && (price != lot.target || isTouchEnough())) {
            book.close(lot, Price.exactly(price), FillReason.TAKE_PROFIT);
        }
    }

    /** {@return whether the open is at or beyond the price that an order waits for} */
    boolean reachedAtOpen(WorkingOrder order) {
        double price = quotes.open(order.side);
        if (order.isStop()) {
            boolean reached = isStopReached(order.side, order.price(), price);
            order.triggered |= reached;
            return reached && (!order.isStopLimit() || isLimitReached(order.side, order.terms.limitPrice(), price));
        }
        return isLimitReached(order.side, order.price(), price) && (price != order.price() || isTouchEnough());
    }

    Price atOpen(WorkingOrder order) {
        double price = quotes.open(order.side);
        return order.isStop() && !order.isStopLimit() ? atMarket(order.side, price) : Price.exactly(price);
    }

    /** The candle's prices are known: what they reach fills. */
    void range(double high, double low, double close) {
        if (isQuiet()) {
            return;
        }
        quoteOpen(open);
        quoteRange(high, low, close);
        showedFiner = market.finer() != null && finerCandles(market.finer(), high, low);
        if (!showedFiner) {
            match(high, low);
        }
        book.orders.dropOneCandle();
    }

    private void match(double high, double low) {
        if (book.rules.path() == CandlePath.PESSIMISTIC) {
            unordered.match(openTime + lengthMillis);
        } else {
            walk.match(book.rules.path().isLowFirst(open, high, low), openTime + lengthMillis);
        }
        closeOutIfNeeded();
    }

    /** {@return whether there are any that show the whole candle; a part of it would hide what the rest reaches} */
    private boolean finerCandles(CandleSeries finer, double high, double low) {
        int from = indexOf(finer, openTime, finerIndex);
        finerIndex = indexOf(finer, openTime + lengthMillis, from);
        double highest = Double.NEGATIVE_INFINITY;
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = from; i < finerIndex; i++) {
            highest = Math.max(highest, finer.high(i));
            lowest = Math.min(lowest, finer.low(i));
        }
        if (from == finerIndex || highest < high || lowest > low) {
            return false;
        }
        for (int i = from; i < finerIndex; i++) {
            finerCandle(finer, i, i > from);
        }
        book.holdings.moment(openTime);
        return true;
    }

    private void finerCandle(CandleSeries finer, int i, boolean opens) {
        book.holdings.moment(finer.timeMillis(i));
        quotes.open(bidOf(finer.open(i)), askOf(finer.open(i)));
        quotes.bid(bidOf(finer.high(i)), bidOf(finer.low(i)), bidOf(finer.close(i)));
        quotes.ask(askOf(finer.high(i)), askOf(finer.low(i)), askOf(finer.close(i)));
        if (opens) {
            book.orders.dropOver(finer.timeMillis(i));
            fillAtOpen();
        }
        long end = finer.timeMillis(i) + finer.timeframe().millis();
        CandlePath path = book.rules.path();
        if (path == CandlePath.PESSIMISTIC) {
            unordered.match(end);
            trailFromRange();
        } else {
            walk.match(path.isLowFirst(finer.open(i), finer.high(i), finer.low(i)), end);
        }
        closeOutIfNeeded();
    }

    /** {@return whether nothing can fill or be charged in the next candle} */
    boolean isQuiet() {
        return book.orders.isEmpty() && (book.lots.isEmpty() || (mayHoldQuietly && !book.lots.isProtected()));
    }

    /** A quiet candle is over. */
    void passQuietly(long timeMillis, double itsOpen, double close) {
        passedQuietly = true;
        openTime = timeMillis;
        lastTime = timeMillis;
        open = itsOpen;
        lastPrice = close;
        book.holdings.moment(timeMillis);
        book.close(close);
    }

    /** A quiet candle has a spread as well, which is looked at only when something fills at its close. */
    private void quoteClose() {
        if (passedQuietly && !isPlain) {
            half = halfSpread(openTime, open);
            book.halfSpread(half);
        }
        quoteRange(lastPrice, lastPrice, lastPrice);
    }

    /** The candle is over: stops follow, and its close may be seen. */
    void close(double price) {
        if (!book.lots.isEmpty()) {
            book.lots.protectFromHere();
            trailAtClose();
        }
        showedFiner = false;
        lastPrice = price;
        book.close(price);
    }

    private void trailAtClose() {
        if (book.rules.path() == CandlePath.PESSIMISTIC && !showedFiner) {
            trailFromRange();
        } else {
            for (int i = 0; i < book.lots.size(); i++) {
                Lot lot = book.lots.get(i);
                double price = quotes.close(lot.exitSide());
                lot.reach(price, price, book.steps);
            }
        }
    }

    /** The order of prices is unknown, so a lot that was opened inside this candle sees its close only. */
    private void trailFromRange() {
        for (int i = 0; i < book.lots.size(); i++) {
            Lot lot = book.lots.get(i);
            OrderSide side = lot.exitSide();
            boolean inside = lot.openedInside == book.holdings.now();
            double close = quotes.close(side);
            lot.reach(inside ? close : quotes.high(side), inside ? close : quotes.low(side), book.steps);
        }
    }

    private void closeOutIfNeeded() {
        if (book.rules.margin().isAskedFor() && !book.lots.isEmpty()) {
            CloseOut.check(book, quotes, this, records);
        }
    }

    // ---- prices ----

    // A comparison with NaN, the mark of "no price", is false.
    static boolean isStopReached(OrderSide side, double stop, double price) {
        return side == OrderSide.BUY ? price >= stop : price <= stop;
    }

    static boolean isLimitReached(OrderSide side, double limit, double price) {
        return side == OrderSide.BUY ? price <= limit : price >= limit;
    }

    boolean isTouchEnough() {
        return book.rules.limitFill() == LimitFill.TOUCH;
    }

    /** A market order at a quoted price. */
    Price atMarket(OrderSide side, double quoted) {
        double slippage = costs.slippage().of(quoted, book.steps.tick());
        double price = quoted + side.sign() * slippage;
        boolean untouched = slippage == 0 && (half == 0 || market.ask() != null);
        double rounded = untouched ? price : book.steps.fill(price);
        return new Price(Math.max(rounded, Math.min(quoted, 0)), quoted);
    }

    /** A stop order at its own price. */
    Price atStop(OrderSide side, double stop) {
        double slippage = costs.slippage().of(stop, book.steps.tick());
        double price = slippage == 0 ? stop : book.steps.fill(stop + side.sign() * slippage);
        return new Price(Math.max(price, Math.min(stop, 0)), stop);
    }
}
