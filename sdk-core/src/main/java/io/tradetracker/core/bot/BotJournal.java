package io.tradetracker.core.bot;

import java.util.List;
import java.util.function.Consumer;

/**
 * The durable record of bots. Safe for use by several threads; each bot has one writer. Failures come as
 * {@link io.tradetracker.api.error.TradeTrackerException} of type EXTERNAL.
 */
public interface BotJournal {
    /**
     * Adds a bot in state STOPPED with an empty record.
     *
     * @return false when there is a bot of that id already, which stays as it is
     */
    boolean create(BotConfiguration configuration);

    /** {@return all bots, in the order of their ids} */
    List<StoredBot> bots();

    /**
     * Puts a bot's next configuration in force: what follows on record is of that version. Those before stay readable.
     *
     * @param next of the version after the one in force
     * @param changedBy who wants it, in the words of the host; may be empty
     * @throws io.tradetracker.api.error.TradeTrackerException BAD_CONFIGURATION when the bot is not STOPPED or the
     *     version is not the next one
     */
    void change(BotConfiguration next, String changedBy);

    /** {@return all configurations that a bot had, oldest first; the last one is in force} */
    List<ConfigurationVersion> versions(BotId id);

    /**
     * Lets only the holder of an epoch write a bot's record from now on, until a later epoch claims it.
     *
     * @param epoch of the holder's lease, above zero; the same one may claim again
     * @return the record on which that holder writes; other bots are not written with it
     * @throws io.tradetracker.api.error.TradeTrackerException ANOTHER_WRITER when a later epoch has claimed it
     */
    BotJournal claim(BotId id, long epoch);

    /**
     * Keeps a bot's state and why it is so.
     *
     * @throws io.tradetracker.api.error.TradeTrackerException ANOTHER_WRITER when a later epoch has claimed the record
     */
    void saveState(BotId id, BotState state, String reason);

    /**
     * Adds an entry; returns only when it is durable.
     *
     * @throws io.tradetracker.api.error.TradeTrackerException ANOTHER_WRITER when its sequence is not the next one, or
     *     a later epoch has claimed the record
     */
    void append(BotId id, JournalEntry entry);

    /** Reads a bot's entries in order, from a sequence on. */
    void read(BotId id, long fromSequence, Consumer<JournalEntry> reader);
}
