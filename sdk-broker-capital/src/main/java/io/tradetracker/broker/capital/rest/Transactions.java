package io.tradetracker.broker.capital.rest;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Movements of an account's money.
 *
 * @param transactions the newest first
 */
public record Transactions(List<Row> transactions) {
    /** Copies the list. */
    public Transactions {
        transactions = List.copyOf(transactions);
    }

    /**
     * One movement.
     *
     * @param time when, UTC
     * @param instrumentName the instrument; null when it is about none
     * @param transactionType such as {@code TRADE} or {@code SWAP}
     * @param note for people
     * @param reference the service's number
     * @param amount money, below zero when it leaves the account
     * @param currency ISO 4217
     */
    public record Row(
            @JsonProperty("dateUtc") @JsonAlias("dateUTC") Instant time,
            @Nullable String instrumentName,
            String transactionType,
            @Nullable String note,
            @Nullable String reference,
            @JsonProperty("size") BigDecimal amount,
            String currency) {
        /** @throws NullPointerException when its time, amount or what it is is missing */
        public Row {
            Objects.requireNonNull(time, "dateUtc");
            Objects.requireNonNull(transactionType, "transactionType");
            Objects.requireNonNull(amount, "size");
        }
    }
}
