package io.tradetracker.core.bot;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.core.CoreError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A record that is gone when the process is. Safe for use by several threads. */
public final class InMemoryBotJournal implements BotJournal {
    private final Map<String, StoredBot> bots = new TreeMap<>();
    private final Map<String, List<JournalEntry>> entries = new TreeMap<>();

    @Override
    public synchronized boolean create(BotConfiguration configuration) {
        String id = configuration.id().value();
        entries.computeIfAbsent(id, key -> new ArrayList<>());
        return bots.putIfAbsent(id, new StoredBot(configuration, BotState.STOPPED, "")) == null;
    }

    @Override
    public synchronized List<StoredBot> bots() {
        return List.copyOf(bots.values());
    }

    @Override
    public synchronized void saveState(BotId id, BotState state, String reason) {
        bots.put(id.value(), new StoredBot(known(id).configuration(), state, reason));
    }

    @Override
    public synchronized void append(BotId id, JournalEntry entry) {
        List<JournalEntry> list = entriesOf(id);
        if (entry.sequence() != list.size() + 1L) {
            throw new TradeTrackerException(
                    CoreError.ANOTHER_WRITER,
                    "entry " + entry.sequence() + " of bot " + id + " does not follow entry " + list.size()
                            + ": another process writes this bot's record");
        }
        list.add(entry);
    }

    @Override
    public void read(BotId id, long fromSequence, Consumer<JournalEntry> reader) {
        List<JournalEntry> copy;
        synchronized (this) {
            copy = List.copyOf(entriesOf(id));
        }
        copy.stream().filter(entry -> entry.sequence() >= fromSequence).forEach(reader);
    }

    private StoredBot known(BotId id) {
        StoredBot bot = bots.get(id.value());
        if (bot == null) {
            throw new TradeTrackerException(CoreError.JOURNAL_FAILED, "there is no bot " + id + " on record");
        }
        return bot;
    }

    private List<JournalEntry> entriesOf(BotId id) {
        known(id);
        return entries.getOrDefault(id.value(), List.of());
    }
}
