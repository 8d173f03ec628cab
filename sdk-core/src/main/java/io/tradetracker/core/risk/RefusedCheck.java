package io.tradetracker.core.risk;

import io.tradetracker.api.market.InstrumentId;
import java.time.Instant;

/**
 * A check that refused an order, kept with what it was of. Immutable.
 *
 * @param time when, UTC
 * @param instrument of the order
 * @param tag the order's name
 * @param result what each rule said
 */
public record RefusedCheck(Instant time, InstrumentId instrument, String tag, CheckResult result) {
    /** @throws IllegalArgumentException when the result refuses nothing */
    public RefusedCheck {
        if (result.allowed()) {
            throw new IllegalArgumentException("the check of order " + tag + " refuses nothing");
        }
    }

    /** {@return the first rule that refused} */
    public RuleOutcome refusal() {
        return result.refusal().orElseThrow();
    }
}
