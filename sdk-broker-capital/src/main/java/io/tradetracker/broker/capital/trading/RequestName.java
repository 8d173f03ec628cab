package io.tradetracker.broker.capital.trading;

import io.tradetracker.api.broker.BrokerReference;
import io.tradetracker.api.broker.SubmitOutcome;
import java.util.Locale;

/**
 * The service's name for a request, and what was asked for: the service calls every change of a position by the name of
 * the position, so the name alone does not tell which change is meant. Immutable.
 *
 * @param dealReference the service's
 * @param asked what for
 * @param dealId the position or order that was named in the request; empty for a new one
 */
record RequestName(String dealReference, Asked asked, String dealId) {
    private static final String MARK = "#";

    /** What a request asked for. */
    enum Asked {
        OPEN,
        PLACE,
        AMEND,
        CANCEL,
        PROTECT,
        CLOSE
    }

    /** {@return that outcome with a name that says what was asked for} */
    static SubmitOutcome mark(SubmitOutcome outcome, Asked asked, String dealId) {
        return outcome instanceof SubmitOutcome.Accepted(BrokerReference reference)
                ? new SubmitOutcome.Accepted(new RequestName(reference.value(), asked, dealId).toReference())
                : outcome;
    }

    /** {@return what that reference names; an unmarked one is of a position that was opened} */
    static RequestName of(BrokerReference reference) {
        String[] parts = reference.value().split(MARK, 3);
        if (parts.length < 2) {
            return new RequestName(reference.value(), Asked.OPEN, "");
        }
        return new RequestName(
                parts[0], Asked.valueOf(parts[1].toUpperCase(Locale.ROOT)), parts.length < 3 ? "" : parts[2]);
    }

    private BrokerReference toReference() {
        if (asked == Asked.OPEN) {
            return BrokerReference.of(dealReference);
        }
        String name = dealReference + MARK + asked.name().toLowerCase(Locale.ROOT);
        return BrokerReference.of(dealId.isEmpty() ? name : name + MARK + dealId);
    }

    /** {@return whether the service gave that name to nothing else} */
    boolean isUnique() {
        return dealReference.startsWith("o_");
    }
}
