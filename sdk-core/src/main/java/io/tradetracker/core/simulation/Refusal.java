package io.tradetracker.core.simulation;

import io.tradetracker.api.market.InstrumentRules;
import io.tradetracker.api.order.OrderType;
import io.tradetracker.api.order.TimeInForce;
import io.tradetracker.api.strategy.Intent.Amend;
import io.tradetracker.api.strategy.Intent.Enter;
import io.tradetracker.api.strategy.PositionSize;
import io.tradetracker.api.strategy.PositionView;
import org.jspecify.annotations.Nullable;

/**
 * Why something cannot be done.
 *
 * @param code stable, upper case
 * @param message a sentence for people
 */
record Refusal(String code, String message) {
    /** {@return why an entry cannot be taken now, or null when it can} */
    static @Nullable Refusal of(Enter entry, PositionView position, double lastPrice, PositionSize size) {
        boolean market = entry.type().equals(OrderType.MARKET);
        if (market) {
            Refusal held = atFill(entry, position);
            if (held != null) {
                return held;
            }
        } else if (!entry.type().equals(OrderType.LIMIT) && !entry.type().equals(OrderType.STOP)) {
            return new Refusal("UNSUPPORTED_ORDER_TYPE", entry.type() + " is not MARKET, LIMIT or STOP");
        } else if (!Double.isFinite(entry.price())) {
            return new Refusal("BAD_PRICE", entry.type() + " price " + entry.price() + " must be finite");
        }
        if (!entry.timeInForce().equals(TimeInForce.GTC) && !entry.timeInForce().equals(TimeInForce.NEXT_CANDLE)) {
            return new Refusal("UNSUPPORTED_TIME_IN_FORCE", entry.timeInForce() + " is not GTC or NEXT_CANDLE");
        }
        if (size instanceof PositionSize.RiskPercent && Double.isNaN(entry.stopLoss())) {
            return new Refusal("NO_STOP_LOSS", "a size by risk needs a stop loss");
        }
        double reference = market ? lastPrice : entry.price();
        return protection(entry.side().sign(), reference, entry.stopLoss(), entry.takeProfit(), entry.trailing());
    }

    /** {@return why the protection of a position cannot be changed like that, or null when it can} */
    static @Nullable Refusal of(Amend amend, PositionView position, double lastPrice) {
        if (position.isFlat()) {
            return new Refusal("NO_POSITION", "there is no position whose protection could be changed");
        }
        return protection(
                position.isLong() ? 1 : -1, lastPrice, amend.stopLoss(), amend.takeProfit(), amend.trailing());
    }

    /** {@return why an entry cannot fill with this position, or null when it can} */
    static @Nullable Refusal atFill(Enter entry, PositionView position) {
        double along = position.quantity() * entry.side().sign();
        if (along > 0 && !entry.reverse()) {
            return new Refusal("ALREADY_IN_POSITION", "a position on this side is open already");
        }
        if (along < 0 && !entry.reverse()) {
            return new Refusal(
                    "OPPOSITE_POSITION", "an opposite position is open; exit first, or use Decision.reverse(side)");
        }
        return null;
    }

    static Refusal tooSmall() {
        return new Refusal("QUANTITY_TOO_SMALL", "the account cannot pay for the smallest quantity");
    }

    static Refusal tooLarge(InstrumentRules rules) {
        return new Refusal(
                "QUANTITY_TOO_LARGE", "at most " + rules.maxQuantity().toPlainString() + " units are allowed");
    }

    private static @Nullable Refusal protection(
            int direction, double reference, double stopLoss, double takeProfit, double trailing) {
        if (Double.isInfinite(stopLoss)
                || Double.isInfinite(takeProfit)
                || trailing <= 0
                || Double.isInfinite(trailing)) {
            return new Refusal("BAD_PRICE", "stop loss and take profit must be finite, a trailing distance above zero");
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
