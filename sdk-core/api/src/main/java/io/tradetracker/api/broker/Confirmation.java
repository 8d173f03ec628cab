package io.tradetracker.api.broker;

import io.tradetracker.api.order.BrokerOrderId;
import io.tradetracker.api.order.BrokerPositionId;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a broker says became of an accepted request. Absence of a confirmation proves nothing. Immutable.
 *
 * @param reference the request
 * @param verdict whether it was done
 * @param code the broker's word for why not; empty when it was done
 * @param order the broker's name for the order that it placed or changed; null when there is none
 * @param positions the broker's names of the positions that it opened, changed or closed; some may be gone again
 * @param price per unit, of what was traded; null when nothing was, or the broker does not say
 */
public record Confirmation(
        BrokerReference reference,
        Verdict verdict,
        String code,
        @Nullable BrokerOrderId order,
        List<BrokerPositionId> positions,
        @Nullable BigDecimal price) {
    /** Copies the list. */
    public Confirmation {
        positions = List.copyOf(positions);
    }

    /** Whether a request was done. */
    public enum Verdict {
        /** It was done. The position it opened may be gone again by now. */
        DONE,
        /** It was refused; final, nothing was done. */
        REFUSED
    }
}
