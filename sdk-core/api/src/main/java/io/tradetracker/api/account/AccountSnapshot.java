package io.tradetracker.api.account;

import java.time.Instant;

/**
 * What an account held at one moment. Immutable.
 *
 * @param id which account
 * @param time when it was true, by the broker's clock where it tells
 * @param balance cash, without the profit or loss of open positions
 * @param equity balance and the profit or loss of open positions
 * @param marginUsed what open positions tie up
 * @param available what new positions may use
 */
public record AccountSnapshot(
        AccountId id, Instant time, Money balance, Money equity, Money marginUsed, Money available) {}
