package io.tradetracker.core.bot;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.core.CoreError;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A record that is gone when the process is. Safe for use by several threads. */
public final class InMemoryBotJournal implements BotJournal {
    private static final long ANY_EPOCH = 0;

    private final Shelf shelf;
    private final long epoch;

    /** Makes an empty record without a clock: it says of each configuration that it was made in 1970. */
    public InMemoryBotJournal() {
        this(InstantSource.fixed(Instant.EPOCH));
    }

    /** Makes an empty record that takes the time of changes from a clock. */
    public InMemoryBotJournal(InstantSource clock) {
        this(new Shelf(clock), ANY_EPOCH);
    }

    private InMemoryBotJournal(Shelf shelf, long epoch) {
        this.shelf = shelf;
        this.epoch = epoch;
    }

    @Override
    public boolean create(BotConfiguration configuration) {
        synchronized (shelf) {
            BotRecord made = new BotRecord();
            made.put(configuration, "", shelf.clock.instant());
            return shelf.records.putIfAbsent(configuration.id().value(), made) == null;
        }
    }

    @Override
    public List<StoredBot> bots() {
        synchronized (shelf) {
            return shelf.records.values().stream().map(BotRecord::toStored).toList();
        }
    }

    @Override
    public void change(BotConfiguration next, String changedBy) {
        synchronized (shelf) {
            BotRecord bot = written(next.id());
            bot.toStored().requireCanBecome(next);
            bot.put(next, changedBy, shelf.clock.instant());
        }
    }

    @Override
    public List<ConfigurationVersion> versions(BotId id) {
        synchronized (shelf) {
            return List.copyOf(shelf.known(id).versions);
        }
    }

    @Override
    public BotJournal claim(BotId id, long claimed) {
        synchronized (shelf) {
            BotRecord bot = shelf.known(id);
            if (claimed < bot.epoch) {
                throw laterHolder(id, claimed);
            }
            bot.epoch = claimed;
            return new InMemoryBotJournal(shelf, claimed);
        }
    }

    @Override
    public void saveState(BotId id, BotState state, String reason) {
        synchronized (shelf) {
            BotRecord bot = written(id);
            bot.state = state;
            bot.reason = reason;
        }
    }

    @Override
    public void append(BotId id, JournalEntry entry) {
        synchronized (shelf) {
            BotRecord bot = written(id);
            if (entry.sequence() != bot.entries.size() + 1L) {
                throw new TradeTrackerException(
                        CoreError.ANOTHER_WRITER,
                        "entry " + entry.sequence() + " of bot " + id + " does not follow entry " + bot.entries.size()
                                + ": another process writes this bot's record");
            }
            bot.entries.add(entry);
        }
    }

    @Override
    public void read(BotId id, long fromSequence, Consumer<JournalEntry> reader) {
        List<JournalEntry> copy;
        synchronized (shelf) {
            copy = List.copyOf(shelf.known(id).entries);
        }
        copy.stream().filter(entry -> entry.sequence() >= fromSequence).forEach(reader);
    }

    private BotRecord written(BotId id) {
        BotRecord bot = shelf.known(id);
        if (epoch != ANY_EPOCH && epoch != bot.epoch) {
            throw laterHolder(id, epoch);
        }
        return bot;
    }

    private static TradeTrackerException laterHolder(BotId id, long epoch) {
        return new TradeTrackerException(
                CoreError.ANOTHER_WRITER,
                "the record of bot " + id + " belongs to a later holder than that of epoch " + epoch
                        + ": another process runs this bot now");
    }

    /** What all views of one record share; also the lock. */
    private static final class Shelf {
        private final Map<String, BotRecord> records = new TreeMap<>();
        private final InstantSource clock;

        private Shelf(InstantSource clock) {
            this.clock = clock;
        }

        private BotRecord known(BotId id) {
            BotRecord bot = records.get(id.value());
            if (bot == null) {
                throw new TradeTrackerException(CoreError.JOURNAL_FAILED, "there is no bot " + id + " on record");
            }
            return bot;
        }
    }

    private static final class BotRecord {
        private final List<ConfigurationVersion> versions = new ArrayList<>();
        private final List<JournalEntry> entries = new ArrayList<>();
        private BotState state = BotState.STOPPED;
        private String reason = "";
        private long epoch;

        private void put(BotConfiguration next, String changedBy, Instant at) {
            versions.add(new ConfigurationVersion(next, entries.size(), changedBy, at));
        }

        private StoredBot toStored() {
            ConfigurationVersion last = versions.getLast();
            return new StoredBot(last.configuration(), state, reason, last.beginsAfter());
        }
    }
}
