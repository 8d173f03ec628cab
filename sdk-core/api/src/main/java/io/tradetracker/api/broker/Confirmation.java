package io.tradetracker.api.broker;

import io.tradetracker.api.order.BrokerOrderId;
import java.util.List;

/**
 * What a broker says became of an accepted request. Absence of a confirmation proves nothing. Immutable.
 *
 * @param reference the request
 * @param verdict whether it was done
 * @param code the broker's word for why not; empty when it was done
 * @param affectedPositionIds the broker's names of the positions it touched
 */
public record Confirmation(BrokerOrderId reference, Verdict verdict, String code, List<String> affectedPositionIds) {
    /** Copies the list. */
    public Confirmation {
        affectedPositionIds = List.copyOf(affectedPositionIds);
    }

    /** Whether a request was done. */
    public enum Verdict {
        /** It was done. The position it opened may be gone again by now. */
        DONE,
        /** It was refused; final. */
        REFUSED
    }
}
