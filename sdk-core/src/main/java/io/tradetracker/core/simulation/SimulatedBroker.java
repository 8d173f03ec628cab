package io.tradetracker.core.simulation;

import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.order.FillReason;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.order.OrderType;
import io.tradetracker.api.strategy.Intent;
import io.tradetracker.api.strategy.Intent.Enter;
import io.tradetracker.api.strategy.OrderView;
import io.tradetracker.api.strategy.PositionSize;
import io.tradetracker.api.strategy.PositionView;
import io.tradetracker.api.strategy.Rejection;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Fills one strategy's orders from candles, on a netting account of one instrument.
 *
 * <p>Rules, each the one that is worse for the strategy where a candle leaves a choice:
 *
 * <ul>
 *   <li>A market order fills at the next open, half the spread and the slippage worse.
 *   <li>A price that the open has already passed fills at the open: stops get worse, limits better.
 *   <li>Inside a candle a limit fills at its price, a stop at its price and the slippage worse.
 *   <li>When a candle reaches both the stop loss and the take profit, the stop loss fills.
 *   <li>In the candle in which a limit entry fills inside, its stop loss may fill and its take profit may not.
 *   <li>A trailing stop follows when a candle is finished.
 * </ul>
 *
 * Each candle is given in two steps, {@link #onOpen} and {@link #onRange}, so that paper trading can fill market orders
 * as soon as a candle opens. Used by one thread.
 */
public final class SimulatedBroker {
    // two digits fewer than a double has, so that 100 + 0.1 / 2 is 100.05
    private static final MathContext SIGNIFICANT = new MathContext(15);

    private final Instrument instrument;
    private final Costs costs;
    private final PositionSize defaultSize;
    private final double halfSpread;
    private final double minQuantity;
    private final double maxQuantity;
    private final Sizing sizing;
    private final Holding holding;
    private final FillLog fills = new FillLog();
    private final List<Rejection> rejections = new ArrayList<>();
    private final List<WorkingOrder> atMarket = new ArrayList<>();
    private final List<WorkingOrder> resting = new ArrayList<>();
    private double cash;
    private double priceCost;
    private double lastPrice = Double.NaN;
    private double open;
    private long now;
    private int orderCount;

    /**
     * Makes an account.
     *
     * @param instrument what is traded
     * @param costs what trading costs
     * @param cash what the account starts with, in the instrument's currency
     * @param defaultSize units of an entry that names no size
     */
    public SimulatedBroker(Instrument instrument, Costs costs, double cash, PositionSize defaultSize) {
        this.instrument = instrument;
        this.costs = costs;
        this.cash = cash;
        this.defaultSize = defaultSize;
        halfSpread = costs.spread() / 2;
        minQuantity = instrument.rules().minQuantity().doubleValue();
        maxQuantity = instrument.rules().maxQuantity().doubleValue();
        holding = new Holding(instrument.rules());
        sizing = new Sizing(instrument.rules(), costs.commission());
    }

    /** A candle opened: market orders fill, and whatever the open has passed. */
    public void onOpen(long timeMillis, double price) {
        now = timeMillis;
        open = price;
        lastPrice = price;
        if (!atMarket.isEmpty()) {
            fillMarketOrders(price);
        }
        if (holding.direction() != 0) {
            protectAtOpen();
        }
        if (!resting.isEmpty()) {
            fillResting(this::fillAtOpen);
        }
    }

    /** The candle that opened last is finished: stops and limits inside it fill. */
    public void onRange(double high, double low, double close) {
        if (holding.direction() != 0) {
            protectInside(high, low, true);
        }
        if (!resting.isEmpty()) {
            resting.sort((a, b) -> Double.compare(distanceFromOpen(a), distanceFromOpen(b)));
            fillResting(order -> fillInside(order, high, low));
            resting.removeIf(WorkingOrder::expiresWithCandle);
        }
        lastPrice = close;
        holding.finishCandle(high, low, close);
    }

    /** Fills market orders at the close of the candle just finished. */
    public void fillAtClose(long closeTimeMillis) {
        if (!atMarket.isEmpty()) {
            now = closeTimeMillis;
            fillMarketOrders(lastPrice);
        }
    }

    /**
     * Takes an intent. What cannot be done is added to {@link #rejections()}.
     *
     * @param timeMillis the moment of the decision
     */
    public void submit(Intent intent, long timeMillis) {
        now = timeMillis;
        switch (intent) {
            case Enter entry -> enter(entry);
            case Intent.Exit exit -> exit(exit);
            case Intent.Amend amend -> amend(amend);
            case Intent.Cancel cancel -> cancel(cancel.tag());
        }
    }

    private void enter(Enter wanted) {
        Enter entry = onPriceSteps(wanted);
        String tag = entry.tag().isEmpty() ? nextTag() : entry.tag();
        Refusal refusal = Refusal.of(entry, holding, lastPrice, entry.size() == null ? defaultSize : entry.size());
        if (refusal != null) {
            reject(tag, refusal);
        } else if (!entry.reverse() || holding.direction() != entry.side().sign()) {
            WorkingOrder order = new WorkingOrder(tag, entry);
            (order.isMarket() ? atMarket : resting).add(order);
        }
    }

    private Enter onPriceSteps(Enter entry) {
        return new Enter(
                entry.side(),
                entry.reverse(),
                entry.size(),
                entry.type(),
                instrument.rules().nearestPrice(entry.price()),
                instrument.rules().nearestPrice(entry.stopLoss()),
                instrument.rules().nearestPrice(entry.takeProfit()),
                entry.trailing(),
                entry.timeInForce(),
                entry.tag(),
                entry.group());
    }

    private void exit(Intent.Exit exit) {
        if (holding.direction() != 0) {
            atMarket.add(new WorkingOrder(exit.tag().isEmpty() ? nextTag() : exit.tag(), null));
        }
    }

    private void amend(Intent.Amend amend) {
        Refusal refusal = Refusal.of(amend, holding, lastPrice);
        if (refusal == null) {
            holding.protect(
                    instrument.rules().nearestPrice(amend.stopLoss()),
                    instrument.rules().nearestPrice(amend.takeProfit()),
                    amend.trailing());
        } else {
            reject("", refusal);
        }
    }

    private void cancel(String tag) {
        resting.removeIf(order -> tag.isEmpty() || order.tag().equals(tag));
        atMarket.removeIf(order -> tag.isEmpty() || order.tag().equals(tag));
    }

    private void fillMarketOrders(double price) {
        for (WorkingOrder order : atMarket) {
            if (order.entry() == null) {
                close(worse(holding.exitSide(), price), price, FillReason.EXIT, order.tag());
            } else {
                fillEntry(order, worse(order.entry().side(), price), price);
            }
        }
        atMarket.clear();
    }

    private void protectAtOpen() {
        OrderSide side = holding.exitSide();
        if (stopReached(side, holding.stopLoss(), open)) {
            close(worse(side, open), open, holding.stopReason(), nextTag());
        } else if (limitReached(side, holding.takeProfit(), open)) {
            close(quoted(side, open), open, FillReason.TAKE_PROFIT, nextTag());
        }
    }

    private void protectInside(double high, double low, boolean targetCounts) {
        OrderSide side = holding.exitSide();
        if (stopReached(side, holding.stopLoss(), side == OrderSide.BUY ? high : low)) {
            double stop = holding.stopLoss();
            close(slipped(side, stop), stop, holding.stopReason(), nextTag());
        } else if (targetCounts && limitReached(side, holding.takeProfit(), side == OrderSide.BUY ? low : high)) {
            close(holding.takeProfit(), holding.takeProfit(), FillReason.TAKE_PROFIT, nextTag());
        }
    }

    /** Tries each order once; one that is gone by then, such as the other of a pair, is passed over. */
    private void fillResting(Predicate<WorkingOrder> fill) {
        for (WorkingOrder order : List.copyOf(resting)) {
            if (resting.contains(order) && fill.test(order)) {
                resting.remove(order);
            }
        }
    }

    private boolean fillAtOpen(WorkingOrder order) {
        Enter entry = order.entry();
        if (entry == null || !reached(entry, open)) {
            return false;
        }
        boolean limit = entry.type().equals(OrderType.LIMIT);
        fillEntry(order, limit ? quoted(entry.side(), open) : worse(entry.side(), open), open);
        if (holding.direction() != 0) {
            protectAtOpen();
        }
        return true;
    }

    private boolean fillInside(WorkingOrder order, double high, double low) {
        Enter entry = order.entry();
        if (entry == null) {
            return false;
        }
        boolean limit = entry.type().equals(OrderType.LIMIT);
        boolean upwards = limit == (entry.side() == OrderSide.SELL);
        if (!reached(entry, upwards ? high : low)) {
            return false;
        }
        double price = entry.price();
        if (fillEntry(order, limit ? price : slipped(entry.side(), price), price)) {
            protectInside(high, low, !limit);
        }
        return true;
    }

    private boolean fillEntry(WorkingOrder order, double atPrice, double reference) {
        Enter entry = Objects.requireNonNull(order.entry());
        if (entry.reverse() && holding.direction() == entry.side().sign()) {
            return false;
        }
        Refusal refusal = Refusal.atFill(entry, holding);
        double price = fillPrice(atPrice, reference);
        double units = refusal == null ? units(entry, price) : 0;
        double closing = refusal == null ? Math.abs(holding.quantity()) : 0;
        if (refusal == null && !(units > 0)) {
            refusal = Refusal.tooSmall();
        } else if (refusal == null && units > maxQuantity) {
            refusal = Refusal.tooLarge(instrument.rules());
            units = 0;
        }
        if (refusal != null) {
            reject(order.tag(), refusal);
        }
        if (units + closing == 0) {
            return false;
        }
        FillReason reason = units == 0 ? FillReason.EXIT : closing == 0 ? FillReason.ENTRY : FillReason.REVERSE;
        execute(entry.side(), units + closing, price, reference, reason, order.tag());
        if (units == 0) {
            return false;
        }
        holding.protect(entry.stopLoss(), entry.takeProfit(), entry.trailing());
        if (!entry.group().isEmpty()) {
            resting.removeIf(
                    other -> other.entry() != null && other.entry().group().equals(entry.group()));
        }
        return true;
    }

    private double units(Enter entry, double price) {
        PositionSize size = entry.size() == null ? defaultSize : entry.size();
        double held = Math.abs(holding.quantity());
        double worth = cash
                + holding.quantity() * price
                - (held == 0 ? 0 : costs.commission().of(price, held));
        double units = sizing.quantity(size, price, entry.stopLoss(), worth);
        return units < minQuantity ? 0 : units;
    }

    private void close(double price, double reference, FillReason reason, String tag) {
        double quantity = Math.abs(holding.quantity());
        if (quantity > 0) {
            execute(holding.exitSide(), quantity, fillPrice(price, reference), reference, reason, tag);
        }
    }

    /** A price of the market is taken as it is; one that costs were added to goes to the nearest that can be traded. */
    private double fillPrice(double price, double reference) {
        if (price == reference) {
            return price;
        }
        return instrument.rules().takesAnyPrice()
                ? withoutNoise(price)
                : instrument.rules().nearestPrice(price);
    }

    private static double withoutNoise(double price) {
        return BigDecimal.valueOf(price).round(SIGNIFICANT).doubleValue();
    }

    private void execute(OrderSide side, double units, double price, double reference, FillReason reason, String tag) {
        double signed = side.sign() * units;
        double fee = Math.rint(costs.commission().of(price, units) * 1e8) / 1e8;
        cash -= signed * price + fee;
        priceCost += signed * (price - reference);
        holding.apply(signed, price, now);
        fills.add(now, signed, price, fee, reason, tag);
    }

    private boolean reached(Enter entry, double price) {
        return entry.type().equals(OrderType.LIMIT)
                ? limitReached(entry.side(), entry.price(), price)
                : stopReached(entry.side(), entry.price(), price);
    }

    // A comparison with NaN, the mark of "no price", is false.
    private boolean stopReached(OrderSide side, double stop, double price) {
        return side == OrderSide.BUY ? price + halfSpread >= stop : price - halfSpread <= stop;
    }

    private boolean limitReached(OrderSide side, double limit, double price) {
        return side == OrderSide.BUY ? price + halfSpread <= limit : price - halfSpread >= limit;
    }

    private double quoted(OrderSide side, double price) {
        return price + side.sign() * halfSpread;
    }

    private double slipped(OrderSide side, double price) {
        return price + side.sign() * costs.slippage().of(price);
    }

    private double worse(OrderSide side, double price) {
        return slipped(side, quoted(side, price));
    }

    private double distanceFromOpen(WorkingOrder order) {
        return order.entry() == null ? 0 : Math.abs(order.entry().price() - open);
    }

    private void reject(String tag, Refusal refusal) {
        rejections.add(new Rejection(Instant.ofEpochMilli(now), tag, refusal.code(), refusal.message()));
    }

    private String nextTag() {
        return "order-" + ++orderCount;
    }

    /** {@return the open position; a live view} */
    public PositionView position() {
        return holding;
    }

    /** {@return orders that wait, oldest first} */
    public List<OrderView> orders() {
        List<OrderView> views = new ArrayList<>(atMarket.size() + resting.size());
        atMarket.forEach(order -> views.add(order.view(holding.exitSide())));
        resting.forEach(order -> views.add(order.view(holding.exitSide())));
        return List.copyOf(views);
    }

    /** {@return all fills so far; a live view} */
    public FillLog fills() {
        return fills;
    }

    /** {@return everything refused so far, oldest first; a live view} */
    public List<Rejection> rejections() {
        return rejections;
    }

    /** {@return cash, in the instrument's currency} */
    public double cash() {
        return cash;
    }

    /** {@return what spread and slippage have cost so far, in the instrument's currency} */
    public double priceCost() {
        return priceCost;
    }

    /** {@return cash and the open position at the last price} */
    public double equity() {
        return holding.direction() == 0 ? cash : cash + holding.quantity() * lastPrice;
    }
}
