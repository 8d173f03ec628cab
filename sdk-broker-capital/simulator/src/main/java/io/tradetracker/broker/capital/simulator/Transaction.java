package io.tradetracker.broker.capital.simulator;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A movement of cash.
 *
 * @param time when
 * @param epic market that caused it, or null
 * @param type TRADE, SWAP, DEPOSIT or WITHDRAWAL
 * @param note for people
 * @param reference a number as text
 * @param amount added to the cash
 */
record Transaction(Instant time, @Nullable String epic, Type type, String note, String reference, BigDecimal amount) {
    /** Why cash moved. */
    enum Type {
        TRADE,
        SWAP,
        DEPOSIT,
        WITHDRAWAL
    }
}
