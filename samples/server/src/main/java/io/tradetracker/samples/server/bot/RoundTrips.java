package io.tradetracker.samples.server.bot;

import io.tradetracker.api.order.Fill;
import java.util.OptionalDouble;

/**
 * Pairs fills: a round trip goes from flat to flat, or to the other side. Results are after fees. Used by one thread at
 * a time.
 */
final class RoundTrips {
    private static final double NOTHING = 1e-9;

    private double held;
    private double averagePrice;
    private double openingFees;
    private double profit;
    private int count;
    private int wins;

    /** {@return what the units that this fill closes earned; empty when it closes none} */
    OptionalDouble add(Fill fill) {
        double quantity = fill.quantity().doubleValue();
        double price = fill.price().doubleValue();
        double fee = fill.fee().doubleValue() / quantity;
        int side = fill.side().sign();
        double closed = held * side < 0 ? Math.min(Math.abs(held), quantity) : 0;
        OptionalDouble result = closed > 0 ? OptionalDouble.of(close(closed, price, fee)) : OptionalDouble.empty();
        if (quantity - closed > NOTHING) {
            open(side, quantity - closed, price, fee);
        }
        return result;
    }

    int count() {
        return count;
    }

    int wins() {
        return wins;
    }

    private double close(double quantity, double price, double fee) {
        double share = openingFees * quantity / Math.abs(held);
        double result = Math.signum(held) * (price - averagePrice) * quantity - fee * quantity - share;
        held -= Math.signum(held) * quantity;
        openingFees -= share;
        profit += result;
        if (Math.abs(held) <= NOTHING) {
            end();
        }
        return result;
    }

    private void end() {
        count++;
        if (profit > 0) {
            wins++;
        }
        held = 0;
        openingFees = 0;
        profit = 0;
    }

    private void open(int side, double quantity, double price, double fee) {
        double before = Math.abs(held);
        averagePrice = (averagePrice * before + price * quantity) / (before + quantity);
        held += side * quantity;
        openingFees += fee * quantity;
    }
}
