package io.tradetracker.core.simulation;

import io.tradetracker.api.order.BrokerOrderId;
import io.tradetracker.api.order.BrokerPositionId;
import io.tradetracker.api.order.FillReason;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.order.OrderType;
import io.tradetracker.api.strategy.Intent;
import io.tradetracker.api.strategy.OrderTerms;
import io.tradetracker.api.strategy.OrderView;
import io.tradetracker.api.strategy.Protection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Something that was asked of a real broker, and what is known of it. Used by one thread. */
final class LiveOrder {
    final int number;
    final OrderTag tag;
    final LiveBook book;
    final Kind kind;
    /** What the strategy wanted; null when it was asked for without it, such as a cancel. */
    final @Nullable Intent intent;

    final OrderTerms terms;
    final OrderSide side;
    /** Unique to one decision; empty for none. */
    final String group;
    /** The position that it closes or protects; null for others. */
    final @Nullable LivePosition position;

    double units;
    FillReason exitReason = FillReason.EXIT;
    /** The order that it takes back; null for others. */
    @Nullable
    LiveOrder cancels;

    /** The broker's name for it while it waits there. */
    @Nullable
    BrokerOrderId broker;
    /** It was seen to wait at the broker. */
    boolean placed;
    /** It is to be taken back, as soon as the broker's name for it is known. */
    boolean cancelWanted;
    /** It is being taken back. */
    boolean cancelling;
    /** The broker is known to have done it. */
    boolean settled;

    long settledAt;
    /** Something that it caused was seen. */
    boolean seen;
    /** Positions that it opened and that were not seen yet. */
    final Set<BrokerPositionId> awaited = new HashSet<>();

    LiveOrder(Maker maker, Kind kind, @Nullable Intent intent, OrderTerms terms, OrderSide side) {
        number = maker.number();
        tag = maker.tag();
        book = maker.book();
        group = maker.group();
        position = maker.position();
        this.kind = kind;
        this.intent = intent;
        this.terms = terms;
        this.side = side;
    }

    /** What every order has, whatever it asks for. */
    record Maker(
            int number,
            OrderTag tag,
            LiveBook book,
            String group,
            @Nullable LivePosition position) {}

    /** What was asked for. */
    enum Kind {
        /** An order that may open something. */
        ENTRY,
        /** An order that only reduces. */
        EXIT,
        /** A position is closed, or a part of it. */
        CLOSE,
        /** A waiting order is taken back. */
        CANCEL,
        /** A position gets another stop or target. */
        PROTECT
    }

    boolean isMarket() {
        return terms.type().equals(OrderType.MARKET);
    }

    /** {@return whether it trades something} */
    boolean trades() {
        return kind == Kind.ENTRY || kind == Kind.EXIT || kind == Kind.CLOSE;
    }

    /** {@return whether it opens something that has not been seen yet} */
    boolean isOnItsWay(int direction) {
        return kind == Kind.ENTRY && isMarket() && side.sign() == direction;
    }

    /** {@return whether the strategy still has it} */
    boolean isShown() {
        return trades() && !cancelWanted && !cancelling;
    }

    OrderView view() {
        Protection protection = intent instanceof Intent.Enter entry ? entry.protection() : Protection.NONE;
        return new OrderView(book.instrument.id(), tag.text(), side, kind != Kind.ENTRY, terms, protection);
    }
}
