package io.tradetracker.core.simulation;

import io.tradetracker.api.market.InstrumentRules;
import io.tradetracker.api.order.FillReason;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.strategy.PositionView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The one position of a netting account and its protection. */
final class Holding implements PositionView {
    private final InstrumentRules rules;
    private double quantity;
    private double averagePrice = Double.NaN;
    private long openedAtMillis;
    private double lastPrice = Double.NaN;
    private double stop = Double.NaN;
    private double target = Double.NaN;
    private double trailing = Double.NaN;
    private double best = Double.NaN;
    private boolean stopTrails;

    Holding(InstrumentRules rules) {
        this.rules = rules;
    }

    /** Applies an execution; one that passes through zero starts a new position at its price. */
    void apply(double signedQuantity, double price, long timeMillis) {
        double before = quantity;
        double after = before + signedQuantity;
        if (before == 0 || before * after < 0) {
            clearProtection();
            averagePrice = price;
            openedAtMillis = timeMillis;
            best = price;
        } else if (Math.abs(after) > Math.abs(before)) {
            averagePrice = (averagePrice * before + price * signedQuantity) / after;
        }
        quantity = after;
        if (after == 0) {
            clearProtection();
            averagePrice = Double.NaN;
        }
    }

    void protect(double newStop, double newTarget, double newTrailing) {
        if (!Double.isNaN(newStop)) {
            stop = newStop;
            stopTrails = false;
        }
        if (!Double.isNaN(newTarget)) {
            target = newTarget;
        }
        if (!Double.isNaN(newTrailing)) {
            trailing = newTrailing;
            trail();
        }
    }

    /** Takes in a finished candle: only now may the stop follow, since the order of its prices is unknown. */
    void finishCandle(double high, double low, double close) {
        lastPrice = close;
        if (quantity != 0 && !Double.isNaN(trailing)) {
            best = quantity > 0 ? Math.max(best, high) : Math.min(best, low);
            trail();
        }
    }

    private void trail() {
        double follow = rules.nearestPrice(best - direction() * trailing);
        if (Double.isNaN(stop) || direction() * follow > direction() * stop) {
            stop = follow;
            stopTrails = true;
        }
    }

    int direction() {
        return quantity > 0 ? 1 : quantity < 0 ? -1 : 0;
    }

    OrderSide exitSide() {
        return quantity > 0 ? OrderSide.SELL : OrderSide.BUY;
    }

    FillReason stopReason() {
        return stopTrails ? FillReason.TRAILING_STOP : FillReason.STOP_LOSS;
    }

    private void clearProtection() {
        stop = Double.NaN;
        target = Double.NaN;
        trailing = Double.NaN;
        stopTrails = false;
    }

    @Override
    public double quantity() {
        return quantity;
    }

    @Override
    public double averagePrice() {
        return averagePrice;
    }

    @Override
    public double profit() {
        return quantity == 0 || Double.isNaN(lastPrice) ? 0 : quantity * (lastPrice - averagePrice);
    }

    @Override
    public double stopLoss() {
        return stop;
    }

    @Override
    public double takeProfit() {
        return target;
    }

    @Override
    public @Nullable Instant openedAt() {
        return quantity == 0 ? null : Instant.ofEpochMilli(openedAtMillis);
    }
}
