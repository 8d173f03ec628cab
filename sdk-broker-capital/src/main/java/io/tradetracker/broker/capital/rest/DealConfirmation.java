package io.tradetracker.broker.capital.rest;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of a request.
 *
 * @param dealReference its name
 * @param dealStatus {@code ACCEPTED} or {@code REJECTED}
 * @param status such as {@code OPEN}
 * @param epic the instrument
 * @param dealId the order behind a position, or the order itself
 * @param affectedDeals positions and orders that it changed
 * @param level price
 * @param size units
 * @param direction of what was traded
 * @param reason why it was refused, in older answers
 * @param rejectReason why it was refused
 * @param stopLevel of the stop loss
 * @param profitLevel of the take profit
 * @param profit money, of a close
 */
public record DealConfirmation(
        @Nullable String dealReference,
        String dealStatus,
        @Nullable String status,
        @Nullable String epic,
        @Nullable String dealId,
        List<AffectedDeal> affectedDeals,
        @Nullable BigDecimal level,
        @Nullable BigDecimal size,
        @Nullable String direction,
        @Nullable String reason,
        @Nullable String rejectReason,
        @Nullable BigDecimal stopLevel,
        @Nullable BigDecimal profitLevel,
        @Nullable BigDecimal profit) {
    /** @throws NullPointerException when it does not say whether it was done */
    public DealConfirmation {
        Objects.requireNonNull(dealStatus, "dealStatus");
        affectedDeals = affectedDeals == null ? List.of() : List.copyOf(affectedDeals);
    }

    /**
     * A position or order that was changed.
     *
     * @param dealId its name
     * @param status such as {@code OPENED}
     */
    public record AffectedDeal(String dealId, String status) {
        /** @throws NullPointerException when a part is missing */
        public AffectedDeal {
            Objects.requireNonNull(dealId, "dealId");
            Objects.requireNonNull(status, "status");
        }
    }
}
