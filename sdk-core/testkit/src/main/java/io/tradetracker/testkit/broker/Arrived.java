package io.tradetracker.testkit.broker;

import io.tradetracker.api.broker.Confirmation;
import io.tradetracker.api.order.OrderAction;
import java.time.Instant;

/**
 * A request that arrived at the venue, and what the venue did. Immutable.
 *
 * @param from who sent it: the label of the connection
 * @param time when it arrived, by the venue's clock
 * @param action what was asked for
 * @param confirmation what became of it
 */
public record Arrived(String from, Instant time, OrderAction action, Confirmation confirmation) {
    /** {@return whether the venue did it} */
    public boolean executed() {
        return confirmation.verdict() == Confirmation.Verdict.DONE;
    }
}
