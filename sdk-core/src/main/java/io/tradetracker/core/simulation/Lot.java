package io.tradetracker.core.simulation;

import io.tradetracker.api.indicator.Indicator;
import io.tradetracker.api.order.FillReason;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.strategy.LotView;
import io.tradetracker.api.strategy.Trailing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one entry opened and nothing has closed yet, with its protection. Used by one thread. */
final class Lot {
    final OrderTag tag;
    /** 1 when it gains as the price rises, −1 when it gains as the price falls. */
    final int direction;

    final double price;
    final long openedAtMillis;
    final int entryFill;
    double quantity;
    double stop = Double.NaN;
    double target = Double.NaN;
    boolean stopTrails;
    /** Its protection does not fill before the next candle. */
    boolean waits;

    /**
     * Open time of the candle, or finer candle, inside which it was opened; never when it was at an open or a close.
     */
    long openedInside = Long.MIN_VALUE;

    private Trailing trailing = Trailing.NONE;
    private boolean trails;
    private boolean follows;
    private @Nullable Indicator distance;
    private double best;

    Lot(OrderTag tag, int direction, double quantity, double price, long openedAtMillis, int entryFill) {
        this.tag = tag;
        this.direction = direction;
        this.quantity = quantity;
        this.price = price;
        this.openedAtMillis = openedAtMillis;
        this.entryFill = entryFill;
        best = price;
    }

    /** Sets the price from which a stop follows: what the market paid for it when it was opened. */
    void trailFrom(double marketPrice) {
        best = marketPrice;
    }

    /** {@return the stop that may fill now; NaN for none} */
    double stop() {
        return waits ? Double.NaN : stop;
    }

    /** {@return the target that may fill now; NaN for none} */
    double target() {
        return waits ? Double.NaN : target;
    }

    void setStop(double newStop) {
        stop = newStop;
        stopTrails = false;
    }

    void clearProtection() {
        setStop(Double.NaN);
        target = Double.NaN;
        trailing = Trailing.NONE;
        trails = false;
        distance = null;
    }

    /** Lets the stop follow from the best price so far; an indicator is looked at when a candle is finished. */
    void trail(Trailing how, @Nullable Indicator itsDistance, PriceSteps steps) {
        trailing = how;
        trails = how.isSet();
        follows = Double.isNaN(how.after());
        distance = itsDistance;
        follow(steps);
    }

    /** Takes in the best price of a stretch that is over. */
    void reach(double high, double low, PriceSteps steps) {
        if (trails) {
            best = direction > 0 ? Math.max(best, high) : Math.min(best, low);
            follow(steps);
        }
    }

    private void follow(PriceSteps steps) {
        follows |= !(direction * (best - price) < trailing.after());
        if (!follows) {
            return;
        }
        double level = steps.trailing(best - direction * distanceNow(), direction);
        if (Double.isNaN(stop) || direction * level > direction * stop) {
            stop = level;
            stopTrails = true;
        }
    }

    private double distanceNow() {
        if (distance != null) {
            return distance.value() * trailing.factor();
        }
        return Double.isNaN(trailing.percent()) ? trailing.amount() : Math.abs(best) * trailing.percent() / 100;
    }

    /** {@return whether it has a stop, a target or a stop that follows} */
    boolean isProtected() {
        return trails || waits || !Double.isNaN(stop) || !Double.isNaN(target);
    }

    OrderSide exitSide() {
        return direction > 0 ? OrderSide.SELL : OrderSide.BUY;
    }

    FillReason stopReason() {
        return stopTrails ? FillReason.TRAILING_STOP : FillReason.STOP_LOSS;
    }

    double signedQuantity() {
        return direction * quantity;
    }

    LotView view() {
        return new LotView(
                tag.text(),
                direction > 0 ? OrderSide.BUY : OrderSide.SELL,
                quantity,
                price,
                Instant.ofEpochMilli(openedAtMillis),
                stop,
                target);
    }
}
