package io.tradetracker.core.simulation;

import io.tradetracker.api.order.BrokerPositionId;
import io.tradetracker.api.order.Position;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A position at a real broker that the strategy opened. Used by one thread. */
final class LivePosition {
    private static final double NONE = 0;

    final BrokerPositionId id;
    final LiveBook book;
    final Lot lot;
    /** Units that were held when it was first seen. */
    final double firstSeenUnits;
    /** The change of its protection that was asked for last, until it is known what became of it. */
    @Nullable
    LiveOrder protecting;
    /** When what is held of it was last seen: what was traded before is in it. */
    long seenAtMillis;

    private @Nullable BigDecimal stop;
    private @Nullable BigDecimal target;
    private @Nullable BigDecimal askedStop;
    private @Nullable BigDecimal askedTarget;
    private final Map<LiveOrder, Double> closing = new LinkedHashMap<>();

    LivePosition(Position seen, LiveBook book, Lot lot) {
        id = seen.id();
        this.book = book;
        this.lot = lot;
        firstSeenUnits = lot.quantity;
        takeProtection(seen);
        asked(stop, target);
        restoreProtection();
    }

    /** Remembers the protection that the broker shows. */
    void takeProtection(Position seen) {
        stop = seen.stopLoss();
        target = seen.takeProfit();
    }

    /** {@return whether the broker shows another protection than was asked for last} */
    boolean isProtectedOtherwise() {
        return isNew(stop, target);
    }

    /** {@return whether this is not what was asked for last} */
    boolean isNew(@Nullable BigDecimal wantedStop, @Nullable BigDecimal wantedTarget) {
        return !same(wantedStop, askedStop) || !same(wantedTarget, askedTarget);
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }

    void asked(@Nullable BigDecimal wantedStop, @Nullable BigDecimal wantedTarget) {
        askedStop = wantedStop == null ? null : wantedStop.stripTrailingZeros();
        askedTarget = wantedTarget == null ? null : wantedTarget.stripTrailingZeros();
    }

    /** Takes the protection that the broker shows for what is in force. */
    void restoreProtection() {
        asked(stop, target);
        double shown = number(stop);
        if (Double.compare(lot.stop, shown) != 0) {
            lot.setStop(shown);
        }
        lot.target = number(target);
    }

    private static double number(@Nullable BigDecimal price) {
        return price == null ? Double.NaN : price.doubleValue();
    }

    /** {@return units that nothing closes yet} */
    double free(PriceSteps steps) {
        double taken =
                closing.values().stream().mapToDouble(Double::doubleValue).sum();
        return Math.max(NONE, steps.quantity(lot.quantity - taken));
    }

    void closes(LiveOrder order, double units) {
        closing.merge(order, units, Double::sum);
    }

    /** An order will not close more of it. */
    void release(LiveOrder order) {
        closing.remove(order);
    }

    /** {@return the order that closes so many units of it; null when there is none} */
    @Nullable
    LiveOrder closer(double units) {
        for (Map.Entry<LiveOrder, Double> each : closing.entrySet()) {
            if (each.getValue() == units) {
                return each.getKey();
            }
        }
        return null;
    }

    /** So many units are closed: by this order, or by those that were asked to, the oldest first. */
    void closed(double units, @Nullable LiveOrder by, PriceSteps steps) {
        double left = units;
        if (by != null && closing.containsKey(by)) {
            left = take(by, left, steps);
        }
        for (LiveOrder each : by == null ? closing.keySet().toArray(LiveOrder[]::new) : new LiveOrder[0]) {
            left = take(each, left, steps);
        }
    }

    private double take(LiveOrder order, double units, PriceSteps steps) {
        double wanted = closing.getOrDefault(order, NONE);
        double part = Math.min(units, wanted);
        if (part == wanted) {
            closing.remove(order);
        } else {
            closing.put(order, steps.quantity(wanted - part));
        }
        return steps.quantity(units - part);
    }
}
