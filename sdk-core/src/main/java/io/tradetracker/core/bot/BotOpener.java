package io.tradetracker.core.bot;

/** Opens a bot with what its host has for it: strategy, feed, listeners. Called by one thread at a time. */
@FunctionalInterface
public interface BotOpener {
    /**
     * {@return the bot, opened}
     *
     * @param stored what is on record
     * @param journal its record, to be given to {@link BotBuilder#journal}
     */
    Bot open(StoredBot stored, BotJournal journal);
}
