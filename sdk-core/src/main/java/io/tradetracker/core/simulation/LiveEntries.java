package io.tradetracker.core.simulation;

import io.tradetracker.api.broker.BrokerCapability;
import io.tradetracker.api.indicator.Indicator;
import io.tradetracker.api.market.InstrumentRules;
import io.tradetracker.api.order.OrderType;
import io.tradetracker.api.order.TimeInForce;
import io.tradetracker.api.strategy.EntryMode;
import io.tradetracker.api.strategy.Intent.Enter;
import io.tradetracker.api.strategy.OrderTerms;
import io.tradetracker.api.strategy.PositionSize;
import io.tradetracker.api.strategy.Protection;
import io.tradetracker.api.strategy.Trailing;
import io.tradetracker.core.risk.RuleName;
import org.jspecify.annotations.Nullable;

/** Whether a real broker can be asked for an entry, and for how many units. Used by one thread. */
final class LiveEntries {
    private static final String NOT_SUPPORTED = "NOT_SUPPORTED_LIVE";

    private final LiveDesk desk;
    private final LiveBook book;
    private final Sizing sizing;

    LiveEntries(LiveDesk desk, LiveBook book) {
        this.desk = desk;
        this.book = book;
        sizing = new Sizing(book.instrument, desk.settings.costs().commission());
    }

    PositionSize size(Enter entry) {
        return entry.size() == null ? desk.settings.defaultSize() : entry.size();
    }

    /** {@return why an entry cannot be asked for; null when it can} */
    @Nullable
    Refusal whyNot(Enter entry) {
        if (desk.killSwitch != null && entry.mode() != EntryMode.REDUCE) {
            return new Refusal(RuleName.KILL_SWITCH.name(), "the kill switch was pulled: " + desk.killSwitch.reason());
        }
        if (Double.isNaN(book.marketPrice())) {
            return new Refusal("NO_PRICE", "there is no price of " + book.instrument.id() + " yet");
        }
        Refusal refusal = Refusal.of(entry, book.marketPrice(), size(entry));
        refusal = refusal == null ? whyNotTrailed(entry.protection()) : refusal;
        refusal = refusal == null ? whyNotOf(entry.terms(), entry.mode() == EntryMode.REDUCE) : refusal;
        refusal = refusal == null ? whyNotProtected(entry.protection()) : refusal;
        refusal = refusal == null ? whyNotNow(entry) : refusal;
        return refusal;
    }

    private @Nullable Refusal whyNotNow(Enter entry) {
        int direction = entry.side().sign();
        boolean waits = !entry.terms().type().equals(OrderType.MARKET);
        if (waits && entry.mode() == EntryMode.REVERSE && book.lots.count(-direction) > 0) {
            return notSupported("an order that waits cannot close a position and open the opposite one");
        }
        // what was asked for and not seen yet counts as held: else an answer that is late would buy twice
        boolean isFull = book.onTheirWay(direction) > 0
                && book.onTheirWay(direction) + book.lots.count(direction)
                        >= desk.settings.rules().maxEntries();
        if (isFull && (entry.mode() == EntryMode.ENTER || entry.mode() == EntryMode.REVERSE)) {
            return new Refusal("ALREADY_IN_POSITION", "an entry on this side is on its way already");
        }
        if (entry.mode() == EntryMode.ENTER && book.onTheirWay(-direction) > 0 && !isHedging()) {
            return new Refusal("OPPOSITE_POSITION", "an entry on the other side is on its way");
        }
        return Refusal.atFill(entry, book.lots, desk.settings.rules());
    }

    /** {@return whether both sides may be open} */
    boolean isHedging() {
        return desk.settings.rules().positionMode() == PositionMode.HEDGING && desk.can(BrokerCapability.HEDGING);
    }

    /** {@return why an order cannot have such terms at this broker; null when it can} */
    @Nullable
    Refusal whyNotOf(OrderTerms terms, boolean reduces) {
        boolean waits = !terms.type().equals(OrderType.MARKET);
        if (waits && !desk.can(BrokerCapability.WORKING_ORDERS)) {
            return notSupported("this broker has no orders that wait");
        }
        if (terms.type().equals(OrderType.STOP_LIMIT) && !desk.can(BrokerCapability.STOP_LIMIT_ORDERS)) {
            return notSupported("this broker has no stop-limit orders");
        }
        boolean immediate = terms.timeInForce().equals(TimeInForce.IOC)
                || terms.timeInForce().equals(TimeInForce.FOK);
        if (waits && immediate) {
            return notSupported("an order that waits for a price cannot be " + terms.timeInForce());
        }
        return reduces && !desk.can(BrokerCapability.REDUCE_ONLY)
                ? notSupported("this broker has no orders that only reduce a position")
                : null;
    }

    /** {@return why what is open cannot be protected so; null when it can} */
    @Nullable
    Refusal whyNotProtected(Protection protection) {
        return !protection.equals(Protection.NONE) && !desk.can(BrokerCapability.BRACKETS)
                ? notSupported("no stop loss and no take profit waits at this broker")
                : null;
    }

    static Refusal notSupported(String why) {
        return new Refusal(NOT_SUPPORTED, why);
    }

    @Nullable
    Refusal whyNotTrailed(Protection protection) {
        String name = protection.trailing().indicator();
        Indicator distance = desk.indicators.get(name);
        if (name.isEmpty() || (distance != null && distance.ready())) {
            return null;
        }
        return distance == null ? Refusal.unknownIndicator(name) : Refusal.indicatorNotReady(name);
    }

    /** {@return why so many units cannot be asked for; null when they can} */
    @Nullable
    Refusal whyNot(double units) {
        InstrumentRules rules = book.instrument.rules();
        if (!(units > 0) || units < rules.minQuantity().doubleValue()) {
            return Refusal.tooSmall(book.instrument, units);
        }
        return units > rules.maxQuantity().doubleValue() ? Refusal.tooLarge(rules) : null;
    }

    /** {@return the units that an entry asks for, with the money that the broker told of last} */
    double units(Enter entry, long timeMillis) {
        double rate = desk.rate(book.instrument, timeMillis);
        double price = price(entry.terms());
        double risk = Math.abs(price - entry.protection().stopLoss());
        Sizing.Basis basis =
                new Sizing.Basis(price, risk, desk.equity() / rate, Math.max(0, desk.available() / rate), rate);
        return sizing.quantity(size(entry), basis);
    }

    /** {@return the price that an order is expected to fill at} */
    double price(OrderTerms terms) {
        if (terms.type().equals(OrderType.MARKET)) {
            return book.marketPrice();
        }
        return terms.type().equals(OrderType.STOP) ? terms.stopPrice() : terms.limitPrice();
    }

    /** {@return the stop that goes to the broker with an entry; a stop that follows begins at its distance} */
    double firstStop(Enter entry) {
        Trailing trailing = entry.protection().trailing();
        double stop = entry.protection().stopLoss();
        if (!trailing.isSet() || !Double.isNaN(trailing.after())) {
            return stop;
        }
        int direction = entry.side().sign();
        double price = price(entry.terms());
        Indicator indicator = desk.indicators.get(trailing.indicator());
        double distance;
        if (indicator != null && !trailing.indicator().isEmpty()) {
            distance = indicator.value() * trailing.factor();
        } else {
            distance =
                    Double.isNaN(trailing.percent()) ? trailing.amount() : Math.abs(price) * trailing.percent() / 100;
        }
        double level = book.steps.trailing(price - direction * distance, direction);
        return Double.isNaN(stop) || direction * level > direction * stop ? level : stop;
    }
}
