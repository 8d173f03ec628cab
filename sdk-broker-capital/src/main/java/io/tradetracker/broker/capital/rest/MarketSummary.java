package io.tradetracker.broker.capital.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An instrument and its price now.
 *
 * @param epic its name
 * @param instrumentName for people
 * @param instrumentType such as {@code INDICES}
 * @param marketStatus such as {@code TRADEABLE}
 * @param marketModes such as {@code REGULAR}
 * @param bid what a seller gets
 * @param offer what a buyer pays
 * @param high of the day
 * @param low of the day
 * @param netChange since the day before
 * @param percentageChange since the day before
 * @param updateTime of the price, UTC
 * @param lotSize units of a lot
 * @param streamingPricesAvailable whether it can be streamed
 */
public record MarketSummary(
        String epic,
        @Nullable String instrumentName,
        @Nullable String instrumentType,
        String marketStatus,
        List<String> marketModes,
        @Nullable BigDecimal bid,
        @Nullable BigDecimal offer,
        @Nullable BigDecimal high,
        @Nullable BigDecimal low,
        @Nullable BigDecimal netChange,
        @Nullable BigDecimal percentageChange,
        @JsonProperty("updateTimeUTC") @Nullable Instant updateTime,
        @Nullable BigDecimal lotSize,
        boolean streamingPricesAvailable) {
    /** @throws NullPointerException when its name or status is missing */
    public MarketSummary {
        Objects.requireNonNull(epic, "epic");
        Objects.requireNonNull(marketStatus, "marketStatus");
        marketModes = marketModes == null ? List.of() : List.copyOf(marketModes);
    }

    /** {@return whether it can be traded now} */
    public boolean isTradeable() {
        return marketStatus.equals("TRADEABLE");
    }
}
