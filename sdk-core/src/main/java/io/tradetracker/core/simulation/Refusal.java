package io.tradetracker.core.simulation;

import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentRules;
import io.tradetracker.api.order.OrderType;
import io.tradetracker.api.order.TimeInForce;
import io.tradetracker.api.strategy.EntryMode;
import io.tradetracker.api.strategy.Intent.Amend;
import io.tradetracker.api.strategy.Intent.Enter;
import io.tradetracker.api.strategy.OrderTerms;
import io.tradetracker.api.strategy.PositionSize;
import io.tradetracker.api.strategy.Protection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why something cannot be done.
 *
 * @param code stable, upper case
 * @param message a sentence for people
 */
record Refusal(String code, String message) {
    private static final Set<OrderType> TYPES =
            Set.of(OrderType.MARKET, OrderType.LIMIT, OrderType.STOP, OrderType.STOP_LIMIT);
    private static final Set<TimeInForce> TIMES = Set.of(
            TimeInForce.GTC,
            TimeInForce.GTD,
            TimeInForce.DAY,
            TimeInForce.IOC,
            TimeInForce.FOK,
            TimeInForce.NEXT_CANDLE);

    /** {@return why an entry cannot be taken now, or null when it can} */
    static @Nullable Refusal of(Enter entry, double marketPrice, PositionSize size) {
        Refusal terms = of(entry.terms());
        if (terms != null) {
            return terms;
        }
        if (size instanceof PositionSize.RiskPercent
                && Double.isNaN(entry.protection().stopLoss())) {
            return new Refusal("NO_STOP_LOSS", "a size by risk needs a stop loss");
        }
        if (entry.mode() == EntryMode.REDUCE && !entry.protection().equals(Protection.NONE)) {
            return new Refusal("PROTECTION_OF_NOTHING", "an order that only reduces opens nothing to protect");
        }
        return protection(entry.side().sign(), entryPrice(entry.terms(), marketPrice), entry.protection());
    }

    private static double entryPrice(OrderTerms terms, double marketPrice) {
        if (terms.type().equals(OrderType.MARKET)) {
            return marketPrice;
        }
        return terms.type().equals(OrderType.STOP) ? terms.stopPrice() : terms.limitPrice();
    }

    /** {@return why an order cannot have these terms, or null when it can} */
    static @Nullable Refusal of(OrderTerms terms) {
        if (terms.equals(OrderTerms.MARKET)) {
            return null;
        }
        if (!TYPES.contains(terms.type())) {
            return new Refusal("UNSUPPORTED_ORDER_TYPE", terms.type() + " is not MARKET, LIMIT, STOP or STOP_LIMIT");
        }
        boolean limited = terms.type().equals(OrderType.LIMIT) || terms.type().equals(OrderType.STOP_LIMIT);
        boolean stopped = terms.type().equals(OrderType.STOP) || terms.type().equals(OrderType.STOP_LIMIT);
        if ((limited && !Double.isFinite(terms.limitPrice())) || (stopped && !Double.isFinite(terms.stopPrice()))) {
            return new Refusal("BAD_PRICE", "the price of a " + terms.type() + " order must be finite");
        }
        if (!TIMES.contains(terms.timeInForce())) {
            return new Refusal("UNSUPPORTED_TIME_IN_FORCE", terms.timeInForce() + " is not known");
        }
        if (terms.timeInForce().equals(TimeInForce.GTD) != (terms.goodTill() != null)) {
            return new Refusal("BAD_TIME_IN_FORCE", "GTD needs the moment the order ends, and only GTD has one");
        }
        return null;
    }

    /** {@return why protection cannot be changed like that, or null when it can} */
    static @Nullable Refusal of(Amend amend, List<Lot> lots, double marketPrice) {
        if (lots.isEmpty()) {
            return new Refusal("NO_POSITION", "there is no position whose protection could be changed");
        }
        for (Lot lot : lots) {
            Refusal refusal = protection(lot.direction, marketPrice, amend.protection());
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    /** {@return why an entry cannot fill with what is open, or null when it can} */
    static @Nullable Refusal atFill(Enter entry, Lots lots, SimulationRules rules) {
        int direction = entry.side().sign();
        int held = lots.count(direction);
        boolean opposite = lots.count(-direction) > 0 && rules.positionMode() == PositionMode.NETTING;
        return switch (entry.mode()) {
            case REVERSE -> held == 0 ? null : alreadyIn(1);
            case REDUCE ->
                lots.count(-direction) > 0
                        ? null
                        : new Refusal("NOTHING_TO_REDUCE", "nothing is open on the other side");
            case NET -> null;
            case ENTER ->
                opposite
                        ? new Refusal(
                                "OPPOSITE_POSITION",
                                "an opposite position is open; exit first, or use Decision.reverse(side)")
                        : held < rules.maxEntries() ? null : alreadyIn(rules.maxEntries());
        };
    }

    private static Refusal alreadyIn(int entries) {
        return new Refusal(
                "ALREADY_IN_POSITION",
                entries == 1
                        ? "a position on this side is open already"
                        : entries + " entries on this side are open already, as many as this run allows");
    }

    static Refusal tooSmall(Instrument instrument, double wanted) {
        return new Refusal(
                "QUANTITY_TOO_SMALL",
                wanted == 0
                        ? "the size comes to nothing: it is below the quantity step "
                                + instrument.rules().quantityStep().toPlainString() + ", or the account cannot pay it"
                        : "at least " + instrument.rules().minQuantity().toPlainString() + " units are needed, but "
                                + Words.plain(wanted) + " were wanted");
    }

    static Refusal unknownIndicator(String name) {
        return new Refusal(
                "UNKNOWN_INDICATOR",
                "the strategy did not declare indicator '" + name + "', so no stop can follow at its distance");
    }

    static Refusal indicatorNotReady(String name) {
        return new Refusal(
                "INDICATOR_NOT_READY",
                "indicator '" + name + "' has no value yet, so a stop at its distance has no price");
    }

    static Refusal tooLarge(InstrumentRules rules) {
        return new Refusal(
                "QUANTITY_TOO_LARGE", "at most " + rules.maxQuantity().toPlainString() + " units are allowed");
    }

    static Refusal noMargin(double needed, double free) {
        return new Refusal(
                "INSUFFICIENT_MARGIN",
                String.format(Locale.ROOT, "%.2f of margin is needed, but %.2f is free", needed, free));
    }

    private static @Nullable Refusal protection(int direction, double reference, Protection protection) {
        double stopLoss = protection.stopLoss();
        double takeProfit = protection.takeProfit();
        if (Double.isInfinite(stopLoss) || Double.isInfinite(takeProfit)) {
            return new Refusal("BAD_PRICE", "stop loss and take profit must be finite");
        }
        if (direction * stopLoss >= direction * reference) {
            return new Refusal(
                    "STOP_ON_WRONG_SIDE", "stop loss " + stopLoss + " is not on the losing side of " + reference);
        }
        if (direction * takeProfit <= direction * reference) {
            return new Refusal(
                    "TARGET_ON_WRONG_SIDE",
                    "take profit " + takeProfit + " is not on the winning side of " + reference);
        }
        return null;
    }
}
