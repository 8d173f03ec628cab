package io.tradetracker.broker.capital.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Candles.
 *
 * @param prices the oldest first; the last one may not be over yet
 */
public record Prices(List<Row> prices) {
    /** Copies the list. */
    public Prices {
        prices = List.copyOf(prices);
    }

    /**
     * One candle of bid and ask.
     *
     * @param time when it opened, UTC
     * @param openPrice first
     * @param highPrice highest
     * @param lowPrice lowest
     * @param closePrice last
     * @param lastTradedVolume number of changes
     */
    public record Row(
            @JsonProperty("snapshotTimeUTC") Instant time,
            Sides openPrice,
            Sides highPrice,
            Sides lowPrice,
            Sides closePrice,
            @Nullable BigDecimal lastTradedVolume) {
        /** @throws NullPointerException when its time or a price is missing */
        public Row {
            Objects.requireNonNull(time, "snapshotTimeUTC");
            Objects.requireNonNull(openPrice, "openPrice");
            Objects.requireNonNull(highPrice, "highPrice");
            Objects.requireNonNull(lowPrice, "lowPrice");
            Objects.requireNonNull(closePrice, "closePrice");
        }
    }

    /**
     * Both sides of a price.
     *
     * @param bid what a seller gets
     * @param ask what a buyer pays
     */
    public record Sides(BigDecimal bid, BigDecimal ask) {
        /** @throws NullPointerException when one is missing */
        public Sides {
            Objects.requireNonNull(bid, "bid");
            Objects.requireNonNull(ask, "ask");
        }
    }
}
