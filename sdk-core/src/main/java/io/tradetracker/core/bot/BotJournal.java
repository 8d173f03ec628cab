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

    /** Keeps a bot's state and why it is so. */
    void saveState(BotId id, BotState state, String reason);

    /**
     * Adds an entry; returns only when it is durable.
     *
     * @throws io.tradetracker.api.error.TradeTrackerException ANOTHER_WRITER when its sequence is not the next one
     */
    void append(BotId id, JournalEntry entry);

    /** Reads a bot's entries in order, from a sequence on. */
    void read(BotId id, long fromSequence, Consumer<JournalEntry> reader);
}
