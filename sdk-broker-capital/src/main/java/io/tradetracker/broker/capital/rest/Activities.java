package io.tradetracker.broker.capital.rest;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Rows of the service's record.
 *
 * @param activities the newest first
 */
public record Activities(List<Row> activities) {
    /** Copies the list. */
    public Activities {
        activities = List.copyOf(activities);
    }

    /**
     * One row. It has no name of its own.
     *
     * @param time when, UTC
     * @param epic the instrument; null when it is about none
     * @param dealId the position or order; null when it is about none
     * @param source such as {@code USER}
     * @param type such as {@code POSITION}
     * @param status such as {@code ACCEPTED}
     * @param details null unless they were asked for
     */
    public record Row(
            @JsonProperty("dateUTC") @JsonAlias("dateUtc") Instant time,
            @Nullable String epic,
            @Nullable String dealId,
            String source,
            String type,
            String status,
            @Nullable Details details) {
        /** @throws NullPointerException when its time or what it tells is missing */
        public Row {
            Objects.requireNonNull(time, "dateUTC");
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(status, "status");
        }
    }

    /**
     * More of a row; any of it may come late.
     *
     * @param dealReference of the request
     * @param workingOrderId of the order behind it
     * @param size units
     * @param direction of what was traded
     * @param level price
     */
    public record Details(
            @Nullable String dealReference,
            @Nullable String workingOrderId,
            @Nullable BigDecimal size,
            @Nullable String direction,
            @Nullable BigDecimal level) {}
}
