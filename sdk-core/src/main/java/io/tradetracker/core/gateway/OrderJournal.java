package io.tradetracker.core.gateway;

import java.util.List;

/**
 * The durable record of what was wanted of brokers and what became of it, for any number of accounts. Each account has
 * one writer. Safe for use by several threads. Failures come as
 * {@link io.tradetracker.api.error.TradeTrackerException}: JOURNAL_FAILED when the record cannot be read or written.
 */
public interface OrderJournal extends AutoCloseable {
    /**
     * Lets only the holder of an epoch write an account's record from now on, until a later epoch claims it. An account
     * that is not on record yet begins with this. Writers that were given out for the account before write no more,
     * also those of the same epoch.
     *
     * @param epoch of the holder's lease, above zero; the same one may claim again
     * @return what that holder writes with
     * @throws IllegalArgumentException when the epoch is not above zero
     * @throws io.tradetracker.api.error.TradeTrackerException ANOTHER_WRITER when a later epoch has claimed it, or
     *     another process has the record open
     */
    Writer claim(TradingAccount account, long epoch);

    /**
     * Reads an account's facts in order; none when the account is not on record. Facts that are added meanwhile may be
     * among them, but never a part of those that are added together.
     *
     * @param after the sequence after which to begin; zero for all
     * @param reader gets each fact with its sequence, which counts from 1 without gaps
     */
    void read(TradingAccount account, long after, Reader reader);

    /** {@return all accounts on record, in the order of their names} */
    List<TradingAccount> accounts();

    /** Ends it: its writers write no more, and nobody claims with it. Reading may go on. Closing again does nothing. */
    @Override
    void close();

    /** Writes an account's facts. */
    interface Writer {
        /** {@return the sequence of the last fact that this writer knows to be on record; zero when there is none} */
        long lastSequence();

        /**
         * Adds facts; returns only when all are durable. Either all of them are on record or none, also after a crash.
         *
         * @param facts at least one, in their order
         * @throws IllegalArgumentException when there are none
         * @throws io.tradetracker.api.error.TradeTrackerException ANOTHER_WRITER when the record was claimed after this
         *     writer was given out; JOURNAL_FAILED when the journal is closed, or it is not known whether they are on
         *     record: this writer then writes no more, and a new claim shows what is
         */
        void append(List<GatewayFact> facts);
    }

    /** Takes facts as they are read. */
    @FunctionalInterface
    interface Reader {
        /**
         * Takes a fact.
         *
         * @param sequence its number
         * @param fact the fact
         */
        void accept(long sequence, GatewayFact fact);
    }
}
