package io.tradetracker.testkit.broker;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * How often a broker does what wrong. Immutable; made from {@link #NONE} by changes.
 *
 * @param percents of its chances; a fault that is not here never happens
 * @param lateness how late requests and rows may be
 */
public record Faults(Map<BrokerFault, Integer> percents, Duration lateness) {
    /** A broker that does everything right. */
    public static final Faults NONE = new Faults(Map.of(), Duration.ZERO);

    /** Copies the map. */
    public Faults {
        percents = Map.copyOf(percents);
    }

    /** Everything at once, each sometimes, and at most that late. */
    public static Faults all(Duration lateness) {
        return NONE.with(BrokerFault.REQUEST_LOST, 12)
                .with(BrokerFault.ANSWER_LOST, 12)
                .with(BrokerFault.DONE_LATE, 12)
                .with(BrokerFault.REFUSED_LATER, 5)
                .with(BrokerFault.CONFIRMATION_HIDDEN, 50)
                .with(BrokerFault.READ_FAILS, 10)
                .with(BrokerFault.SHOWS_OLDER, 15)
                .with(BrokerFault.FORGETS_ONE, 15)
                .with(BrokerFault.ROW_LATE, 50)
                .with(BrokerFault.ROW_TWICE, 20)
                .with(BrokerFault.ROW_BARE, 20)
                .upTo(lateness);
    }

    /** {@return a copy in which a fault happens that often} */
    public Faults with(BrokerFault fault, int percent) {
        Map<BrokerFault, Integer> changed = new EnumMap<>(BrokerFault.class);
        changed.putAll(percents);
        changed.put(fault, percent);
        return new Faults(changed, lateness);
    }

    /** {@return a copy in which requests and rows are that late at most} */
    public Faults upTo(Duration latest) {
        return new Faults(percents, latest);
    }

    int percent(BrokerFault fault) {
        return percents.getOrDefault(fault, 0);
    }
}
