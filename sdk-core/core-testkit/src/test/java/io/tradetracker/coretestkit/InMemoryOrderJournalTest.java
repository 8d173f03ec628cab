package io.tradetracker.coretestkit;

import io.tradetracker.core.gateway.InMemoryOrderJournal;
import io.tradetracker.core.gateway.OrderJournal;

final class InMemoryOrderJournalTest extends OrderJournalContract {
    private final OrderJournal journal = new InMemoryOrderJournal();

    @Override
    protected OrderJournal journal() {
        return journal;
    }
}
