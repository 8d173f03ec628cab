package io.tradetracker.coretestkit;

import io.tradetracker.core.bot.BotJournal;
import io.tradetracker.core.bot.InMemoryBotJournal;

final class InMemoryBotJournalTest extends BotJournalContract {
    private final BotJournal journal = new InMemoryBotJournal();

    @Override
    protected BotJournal journal() {
        return journal;
    }
}
