package io.tradetracker.broker.capital.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Orders that wait.
 *
 * @param workingOrders each with its market
 */
public record WorkingOrders(List<Row> workingOrders) {
    /** Copies the list. */
    public WorkingOrders {
        workingOrders = List.copyOf(workingOrders);
    }

    /**
     * An order and its market.
     *
     * @param order what waits
     * @param market what it trades
     */
    public record Row(
            @JsonProperty("workingOrderData") Waiting order,
            @JsonProperty("marketData") MarketSummary market) {
        /** @throws NullPointerException when one is missing */
        public Row {
            Objects.requireNonNull(order, "workingOrderData");
            Objects.requireNonNull(market, "marketData");
        }
    }

    /**
     * What waits.
     *
     * @param dealId its name
     * @param epic the instrument
     * @param direction {@code BUY} or {@code SELL}
     * @param orderType {@code LIMIT} or {@code STOP}
     * @param orderSize units
     * @param orderLevel price
     * @param timeInForce such as {@code GOOD_TILL_CANCELLED}
     * @param goodTill when it ends, UTC
     * @param createdAt when it began, UTC
     * @param guaranteedStop whether the stop is guaranteed
     * @param trailingStop whether the stop moves
     * @param stopDistance of the stop loss from its price, with a sign
     * @param profitDistance of the take profit from its price, with a sign
     * @param currencyCode ISO 4217
     */
    public record Waiting(
            String dealId,
            String epic,
            String direction,
            String orderType,
            BigDecimal orderSize,
            BigDecimal orderLevel,
            @Nullable String timeInForce,
            @JsonProperty("goodTillDateUTC") @Nullable Instant goodTill,
            @JsonProperty("createdDateUTC") Instant createdAt,
            boolean guaranteedStop,
            boolean trailingStop,
            @Nullable BigDecimal stopDistance,
            @Nullable BigDecimal profitDistance,
            @Nullable String currencyCode) {
        /** @throws NullPointerException when what every order has is missing */
        public Waiting {
            Objects.requireNonNull(dealId, "dealId");
            Objects.requireNonNull(epic, "epic");
            Objects.requireNonNull(direction, "direction");
            Objects.requireNonNull(orderType, "orderType");
            Objects.requireNonNull(orderSize, "orderSize");
            Objects.requireNonNull(orderLevel, "orderLevel");
            Objects.requireNonNull(createdAt, "createdDateUTC");
        }
    }
}
