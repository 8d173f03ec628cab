package io.tradetracker.broker.capital.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Open positions.
 *
 * @param positions each with its market
 */
public record Positions(List<Row> positions) {
    /** Copies the list. */
    public Positions {
        positions = List.copyOf(positions);
    }

    /**
     * A position and its market.
     *
     * @param position what is held
     * @param market what it is held in
     */
    public record Row(Held position, MarketSummary market) {
        /** @throws NullPointerException when one is missing */
        public Row {
            Objects.requireNonNull(position, "position");
            Objects.requireNonNull(market, "market");
        }
    }

    /**
     * What is held.
     *
     * @param dealId its name
     * @param dealReference of the request
     * @param workingOrderId of the order that opened it
     * @param createdAt when, UTC
     * @param direction {@code BUY} or {@code SELL}
     * @param size units that are left
     * @param contractSize what a unit is worth at a price of 1
     * @param level price it was opened at
     * @param leverage of it
     * @param upl profit in its currency
     * @param currency ISO 4217
     * @param guaranteedStop whether the stop is guaranteed
     * @param trailingStop whether the stop moves
     * @param stopLevel of the stop loss
     * @param stopDistance of a stop that moves
     * @param profitLevel of the take profit
     */
    public record Held(
            String dealId,
            @Nullable String dealReference,
            @Nullable String workingOrderId,
            @JsonProperty("createdDateUTC") Instant createdAt,
            String direction,
            BigDecimal size,
            @Nullable BigDecimal contractSize,
            BigDecimal level,
            @Nullable BigDecimal leverage,
            @Nullable BigDecimal upl,
            String currency,
            boolean guaranteedStop,
            boolean trailingStop,
            @Nullable BigDecimal stopLevel,
            @Nullable BigDecimal stopDistance,
            @Nullable BigDecimal profitLevel) {
        /** @throws NullPointerException when what every position has is missing */
        public Held {
            Objects.requireNonNull(dealId, "dealId");
            Objects.requireNonNull(createdAt, "createdDateUTC");
            Objects.requireNonNull(direction, "direction");
            Objects.requireNonNull(size, "size");
            Objects.requireNonNull(level, "level");
        }
    }
}
