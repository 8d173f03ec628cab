package io.tradetracker.core.simulation;

import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.order.FillReason;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.order.OrderType;
import io.tradetracker.api.order.TimeInForce;
import io.tradetracker.api.strategy.EntryMode;
import io.tradetracker.api.strategy.Intent;
import io.tradetracker.api.strategy.OrderTerms;
import io.tradetracker.api.strategy.OrderView;
import io.tradetracker.api.strategy.Protection;
import java.time.Instant;

/** An order that waits in a simulation. Used by one thread. */
final class WorkingOrder {
    private static final long DAY_MILLIS = 86_400_000L;

    final int number;
    final OrderTag tag;
    final OrderSide side;
    final Intent intent;
    final OrderTerms terms;
    /** Unique to one decision; empty for none. */
    final String group;

    final long placedAtMillis;
    /** Price of the market when it was placed. */
    final double decisionPrice;
    /** The first candle, counted by the book, in which it may fill. */
    final int firstCandle;
    /** Units worked out when it was placed; NaN when they are at the fill. */
    double units = Double.NaN;
    /** Why it closes, when it is an exit. */
    FillReason exitReason = FillReason.EXIT;
    /** The order rules let it open something; asked at the fill when not before. */
    boolean mayOpen;
    /** The order rules let it close what is open, and nothing more. */
    boolean mayOnlyClose;
    /** A stop-limit order whose stop price was reached is a limit order from then on. */
    boolean triggered;

    WorkingOrder(Placement at, OrderTag tag, OrderSide side, Intent intent, OrderTerms terms, String group) {
        number = at.number();
        placedAtMillis = at.timeMillis();
        decisionPrice = at.price();
        firstCandle = at.firstCandle();
        this.tag = tag;
        this.side = side;
        this.intent = intent;
        this.terms = terms;
        this.group = group;
    }

    /**
     * When and where an order was placed.
     *
     * @param number counts the orders of a run, from 1
     * @param timeMillis the moment
     * @param price of the market
     * @param firstCandle in which it may fill
     */
    record Placement(int number, long timeMillis, double price, int firstCandle) {}

    boolean isExit() {
        return intent instanceof Intent.Exit;
    }

    /** {@return whether it cannot open anything, whatever is open when it fills} */
    boolean onlyReduces() {
        return isExit() || mayOnlyClose || (intent instanceof Intent.Enter entry && entry.mode() == EntryMode.REDUCE);
    }

    /** {@return whether a limit of the account closes something by it, so that the strategy cannot take it back} */
    boolean isForced() {
        return exitReason.equals(FillReason.HALT);
    }

    boolean isMarket() {
        return terms.type().equals(OrderType.MARKET);
    }

    /** {@return whether it waits for a stop price now} */
    boolean isStop() {
        return terms.type().equals(OrderType.STOP) || (isStopLimit() && !triggered);
    }

    boolean isStopLimit() {
        return terms.type().equals(OrderType.STOP_LIMIT);
    }

    /** {@return the price it waits for now} */
    double price() {
        return isStop() ? terms.stopPrice() : terms.limitPrice();
    }

    /** {@return whether it is gone when a candle opens at that moment} */
    boolean isOverAt(long openMillis) {
        Instant goodTill = terms.goodTill();
        boolean pastItsMoment = goodTill != null && openMillis >= goodTill.toEpochMilli();
        boolean pastItsDay = Math.floorDiv(openMillis, DAY_MILLIS) > Math.floorDiv(placedAtMillis, DAY_MILLIS);
        return pastItsMoment || (pastItsDay && terms.timeInForce().equals(TimeInForce.DAY));
    }

    /** {@return whether it may fill inside a candle that ends at that moment} */
    boolean reachesInto(long candleEndMillis) {
        Instant goodTill = terms.goodTill();
        return !isImmediate(terms) && (goodTill == null || goodTill.toEpochMilli() >= candleEndMillis);
    }

    static boolean isImmediate(OrderTerms terms) {
        return terms.timeInForce().equals(TimeInForce.IOC)
                || terms.timeInForce().equals(TimeInForce.FOK);
    }

    boolean livesOneCandle() {
        return terms.timeInForce().equals(TimeInForce.NEXT_CANDLE);
    }

    OrderView view(InstrumentId instrument) {
        Protection protection = intent instanceof Intent.Enter entry ? entry.protection() : Protection.NONE;
        return new OrderView(instrument, tag.text(), side, isExit(), terms, protection);
    }
}
