package io.tradetracker.broker.capital.simulator;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the venue says became of a request.
 *
 * @param date when it was decided
 * @param reference name of the request
 * @param decision status, deal status and reason
 * @param dealId order or position that was asked for
 * @param deal what was wanted
 * @param affected deals that changed
 * @param profit earned by closing, or null
 * @param visible from when on it is found
 */
record Confirm(
        Instant date,
        String reference,
        Decision decision,
        String dealId,
        Deal deal,
        List<Affected> affected,
        @Nullable BigDecimal profit,
        Instant visible) {
    /** State of the request's object. */
    enum Status {
        OPEN,
        AMENDED,
        CLOSED,
        PARTIALLY_CLOSED,
        DELETED
    }

    /** State of a deal that changed. */
    enum Change {
        OPENED,
        AMENDED,
        DELETED,
        FULLY_CLOSED,
        PARTIALLY_CLOSED
    }

    record Affected(String dealId, Change change) {}

    record Decision(Status status, @Nullable String rejectReason) {
        boolean isAccepted() {
            return rejectReason == null;
        }
    }

    record Deal(
            Market market,
            Direction direction,
            BigDecimal size,
            @Nullable BigDecimal level,
            Protection protection) {}
}
