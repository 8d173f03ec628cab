package io.tradetracker.broker.capital.rest;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All about an instrument.
 *
 * @param instrument what it is
 * @param dealingRules what orders must keep
 * @param snapshot its price now
 */
public record MarketDetails(InstrumentData instrument, DealingRules dealingRules, Snapshot snapshot) {
    /** @throws NullPointerException when a part is missing */
    public MarketDetails {
        Objects.requireNonNull(instrument, "instrument");
        Objects.requireNonNull(dealingRules, "dealingRules");
        Objects.requireNonNull(snapshot, "snapshot");
    }

    /**
     * Several of them.
     *
     * @param marketDetails each one
     */
    public record Many(List<MarketDetails> marketDetails) {
        /** Copies the list. */
        public Many {
            marketDetails = List.copyOf(marketDetails);
        }
    }

    /**
     * What it is.
     *
     * @param epic its name
     * @param name for people
     * @param type such as {@code INDICES}
     * @param currency of its price, ISO 4217
     * @param lotSize units of a lot
     * @param marginFactor in its unit
     * @param marginFactorUnit such as {@code PERCENTAGE}
     * @param guaranteedStopAllowed whether stops can be guaranteed
     * @param streamingPricesAvailable whether it can be streamed
     * @param openingHours null when the service does not say
     * @param overnightFee null when there is none
     */
    public record InstrumentData(
            String epic,
            @Nullable String name,
            @Nullable String type,
            String currency,
            @Nullable BigDecimal lotSize,
            @Nullable BigDecimal marginFactor,
            @Nullable String marginFactorUnit,
            @JsonAlias("controlledRiskAllowed") boolean guaranteedStopAllowed,
            boolean streamingPricesAvailable,
            @Nullable OpeningHours openingHours,
            @Nullable OvernightFee overnightFee) {
        /** @throws NullPointerException when its name or currency is missing */
        public InstrumentData {
            Objects.requireNonNull(epic, "epic");
            Objects.requireNonNull(currency, "currency");
        }
    }

    /**
     * What is charged for a position that stays open.
     *
     * @param longRate percent for each interval
     * @param shortRate percent for each interval
     * @param swapChargeTimestamp when next, milliseconds since 1970 UTC
     * @param swapChargeInterval minutes
     */
    public record OvernightFee(
            @Nullable BigDecimal longRate,
            @Nullable BigDecimal shortRate,
            long swapChargeTimestamp,
            int swapChargeInterval) {}

    /**
     * What orders must keep.
     *
     * @param minStepDistance smallest difference of two prices
     * @param minDealSize smallest size
     * @param maxDealSize largest size
     * @param minSizeIncrement smallest difference of two sizes
     * @param minGuaranteedStopDistance nearest guaranteed stop
     * @param minStopOrProfitDistance nearest stop or target
     * @param maxStopOrProfitDistance farthest stop or target
     * @param marketOrderPreference such as {@code AVAILABLE_DEFAULT_ON}
     * @param trailingStopsPreference such as {@code NOT_AVAILABLE}
     */
    public record DealingRules(
            @Nullable Limit minStepDistance,
            @Nullable Limit minDealSize,
            @Nullable Limit maxDealSize,
            @Nullable Limit minSizeIncrement,

            @JsonAlias("minControlledRiskStopDistance") @Nullable
            Limit minGuaranteedStopDistance,

            @JsonAlias("minNormalStopOrLimitDistance") @Nullable
            Limit minStopOrProfitDistance,

            @JsonAlias("maxStopOrLimitDistance") @Nullable Limit maxStopOrProfitDistance,
            @Nullable String marketOrderPreference,
            @Nullable String trailingStopsPreference) {}

    /**
     * A number with its unit.
     *
     * @param unit {@code POINTS}, which are units of price or size, or {@code PERCENTAGE}
     * @param value of it
     */
    public record Limit(String unit, BigDecimal value) {
        /** @throws NullPointerException when one is missing */
        public Limit {
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * A price.
     *
     * @param marketStatus such as {@code TRADEABLE}
     * @param bid what a seller gets
     * @param offer what a buyer pays
     * @param decimalPlacesFactor digits after the point
     * @param marketModes such as {@code REGULAR}
     */
    public record Snapshot(
            String marketStatus,
            @Nullable BigDecimal bid,
            @Nullable BigDecimal offer,
            @Nullable Integer decimalPlacesFactor,
            List<String> marketModes) {
        /** @throws NullPointerException when the status is missing */
        public Snapshot {
            Objects.requireNonNull(marketStatus, "marketStatus");
            marketModes = marketModes == null ? List.of() : List.copyOf(marketModes);
        }
    }
}
