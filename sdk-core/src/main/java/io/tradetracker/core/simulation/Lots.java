package io.tradetracker.core.simulation;

import io.tradetracker.api.strategy.LotView;
import io.tradetracker.api.strategy.PositionView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All open lots of one instrument, oldest first. Used by one thread. */
final class Lots implements PositionView {
    private final List<Lot> open = new ArrayList<>();
    private final double multiplier;
    private final QuietStretch stretch;
    private int count;
    private boolean guarded;
    private double quantity;
    private double cost;
    private double lastPrice = Double.NaN;

    Lots(double multiplier, QuietStretch stretch) {
        this.multiplier = multiplier;
        this.stretch = stretch;
    }

    void add(Lot lot) {
        open.add(lot);
        sum();
    }

    void remove(Lot lot) {
        open.remove(lot);
        sum();
    }

    /** Counts anew after a lot or its protection changed: a running sum would drift. */
    void sum() {
        count = open.size();
        guarded = false;
        double units = 0;
        double paid = 0;
        for (int i = 0; i < open.size(); i++) {
            Lot lot = open.get(i);
            units += lot.signedQuantity();
            paid += lot.signedQuantity() * lot.price;
            guarded |= lot.isProtected();
        }
        quantity = units;
        cost = paid;
    }

    /** The price that profits are shown at. */
    void lastPrice(double price) {
        lastPrice = price;
    }

    double lastPrice() {
        return stretch.closeOr(lastPrice);
    }

    /** {@return whether a price can close or change one of them} */
    boolean isProtected() {
        return guarded;
    }

    boolean isEmpty() {
        return count == 0;
    }

    int size() {
        return open.size();
    }

    Lot get(int i) {
        return open.get(i);
    }

    List<Lot> copy() {
        return List.copyOf(open);
    }

    /** {@return the lots on one side, and of one tag unless it is empty; oldest first} */
    List<Lot> on(int direction, String tag) {
        List<Lot> found = new ArrayList<>(open.size());
        for (int i = 0; i < open.size(); i++) {
            Lot lot = open.get(i);
            if (lot.direction == direction && (tag.isEmpty() || lot.tag.is(tag))) {
                found.add(lot);
            }
        }
        return found;
    }

    /** {@return whether there is a lot on one side, and of one tag unless it is empty} */
    boolean has(int direction, String tag) {
        for (int i = 0; i < open.size(); i++) {
            Lot lot = open.get(i);
            if (lot.direction == direction && (tag.isEmpty() || lot.tag.is(tag))) {
                return true;
            }
        }
        return false;
    }

    int count(int direction) {
        int count = 0;
        for (int i = 0; i < open.size(); i++) {
            count += open.get(i).direction == direction ? 1 : 0;
        }
        return count;
    }

    /** {@return units on one side} */
    double quantity(int direction) {
        double units = 0;
        for (int i = 0; i < open.size(); i++) {
            units += open.get(i).direction == direction ? open.get(i).quantity : 0;
        }
        return units;
    }

    /** {@return what the lots would gain at a price, in the instrument's currency} */
    double profitAt(double price) {
        return count == 0 ? 0 : (quantity * price - cost) * multiplier;
    }

    /** {@return the value of what was paid for the lots, below zero for what was sold} */
    double cost() {
        return cost * multiplier;
    }

    @Override
    public double quantity() {
        return quantity;
    }

    @Override
    public double averagePrice() {
        return quantity == 0 ? Double.NaN : open.size() == 1 ? open.get(0).price : cost / quantity;
    }

    @Override
    public double profit() {
        double price = lastPrice();
        return Double.isNaN(price) ? 0 : profitAt(price);
    }

    @Override
    public double stopLoss() {
        return open.isEmpty() ? Double.NaN : open.get(0).stop;
    }

    @Override
    public double takeProfit() {
        return open.isEmpty() ? Double.NaN : open.get(0).target;
    }

    @Override
    public @Nullable Instant openedAt() {
        return open.isEmpty() ? null : Instant.ofEpochMilli(open.get(0).openedAtMillis);
    }

    @Override
    public boolean isFlat() {
        return open.isEmpty();
    }

    @Override
    public List<LotView> lots() {
        return open.stream().map(Lot::view).toList();
    }

    /** A candle is over: protection that waited for the next one may fill. */
    void protectFromHere() {
        boolean waited = false;
        for (int i = 0; i < open.size(); i++) {
            waited |= open.get(i).waits;
            open.get(i).waits = false;
        }
        if (waited) {
            sum();
        }
    }
}
