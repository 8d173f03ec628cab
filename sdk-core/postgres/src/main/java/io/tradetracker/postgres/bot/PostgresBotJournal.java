package io.tradetracker.postgres.bot;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.core.CoreError;
import io.tradetracker.core.bot.BotConfiguration;
import io.tradetracker.core.bot.BotId;
import io.tradetracker.core.bot.BotJournal;
import io.tradetracker.core.bot.BotState;
import io.tradetracker.core.bot.ConfigurationVersion;
import io.tradetracker.core.bot.JournalEntry;
import io.tradetracker.core.bot.JournalJson;
import io.tradetracker.core.bot.StoredBot;
import io.tradetracker.database.Database;
import io.tradetracker.postgres.CoreSchema;
import io.tradetracker.postgres.internal.StorableText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * Bots and their record in PostgreSQL. An entry and the bot's place in its record commit together; an entry that does
 * not follow the last one is refused, so two processes never write one record. Safe for use by several threads.
 */
public final class PostgresBotJournal implements BotJournal {
    private static final int PAGE = 1_000;
    private static final long ANY_EPOCH = 0;

    private final Database database;
    private final JournalJson entries = new JournalJson();
    private final ConfigurationJson configurations = new ConfigurationJson();
    private final long epoch;

    /** Makes a journal whose tables {@link CoreSchema#migrate} has brought up to date. */
    public PostgresBotJournal(Database database) {
        this(database, ANY_EPOCH);
    }

    private PostgresBotJournal(Database database, long epoch) {
        this.database = database;
        this.epoch = epoch;
    }

    @Override
    public boolean create(BotConfiguration configuration) {
        return database.inTransaction(handle -> {
            boolean isNew = handle.createUpdate("""
                                    insert into bot (id, configuration, state, reason)
                                    values (:id, cast(:configuration as json), :state, '')
                                    on conflict (id) do nothing""")
                            .bind("id", configuration.id().value())
                            .bind("configuration", StorableText.json(configurations.write(configuration)))
                            .bind("state", BotState.STOPPED.name())
                            .execute()
                    == 1;
            if (isNew) {
                insertVersion(handle, configuration, 0, "");
            }
            return isNew;
        });
    }

    private void insertVersion(Handle handle, BotConfiguration next, long beginsAfter, String changedBy) {
        handle.createUpdate("""
                        insert into bot_version (bot_id, version, configuration, begins_after, changed_by)
                        values (:id, :version, cast(:configuration as json), :beginsAfter, :changedBy)""")
                .bind("id", next.id().value())
                .bind("version", next.version())
                .bind("configuration", StorableText.json(configurations.write(next)))
                .bind("beginsAfter", beginsAfter)
                .bind("changedBy", StorableText.plain(changedBy))
                .execute();
    }

    @Override
    public List<StoredBot> bots() {
        return database.inTransaction(handle -> handle.createQuery(
                        "select configuration, state, reason, begins_after from bot order by id collate \"C\"")
                .map((row, context) -> stored(row))
                .list());
    }

    private StoredBot stored(ResultSet row) throws SQLException {
        return new StoredBot(
                configurations.read(text(row, "configuration")),
                BotState.valueOf(text(row, "state")),
                text(row, "reason"),
                row.getLong("begins_after"));
    }

    @Override
    public void change(BotConfiguration next, String changedBy) {
        database.inTransaction(handle -> {
            requireWriter(handle, next.id());
            handle.createQuery("select configuration, state, reason, begins_after from bot where id = :id")
                    .bind("id", next.id().value())
                    .map((row, context) -> stored(row))
                    .one()
                    .requireCanBecome(next);
            long last = handle.createQuery("""
                            update bot set configuration = cast(:configuration as json), begins_after = last_sequence
                            where id = :id returning last_sequence""")
                    .bind("id", next.id().value())
                    .bind("configuration", StorableText.json(configurations.write(next)))
                    .mapTo(Long.class)
                    .one();
            insertVersion(handle, next, last, changedBy);
            return last;
        });
    }

    @Override
    public List<ConfigurationVersion> versions(BotId id) {
        return database.inTransaction(handle -> {
            requireKnown(handle, id);
            return handle.createQuery("""
                            select configuration, begins_after, changed_by, changed_at from bot_version
                            where bot_id = :id order by version""")
                    .bind("id", id.value())
                    .map((row, context) -> new ConfigurationVersion(
                            configurations.read(text(row, "configuration")),
                            row.getLong("begins_after"),
                            text(row, "changed_by"),
                            Objects.requireNonNull(row.getObject("changed_at", OffsetDateTime.class))
                                    .toInstant()))
                    .list();
        });
    }

    @Override
    public BotJournal claim(BotId id, long claimed) {
        return database.inTransaction(handle -> {
            int changed = handle.createUpdate(
                            "update bot set writer_epoch = :epoch where id = :id and writer_epoch <= :epoch")
                    .bind("id", id.value())
                    .bind("epoch", claimed)
                    .execute();
            if (changed == 0) {
                requireKnown(handle, id);
                throw laterHolder(id, claimed);
            }
            return new PostgresBotJournal(database, claimed);
        });
    }

    @Override
    public void saveState(BotId id, BotState state, String reason) {
        database.inTransaction(handle -> {
            requireWriter(handle, id);
            return handle.createUpdate("""
                            update bot set state = :state, reason = :reason, state_changed_at = now()
                            where id = :id""")
                    .bind("id", id.value())
                    .bind("state", state.name())
                    .bind("reason", StorableText.plain(reason))
                    .execute();
        });
    }

    /** Holds the bot's row until the transaction ends, so no later holder claims it meanwhile. */
    private void requireWriter(Handle handle, BotId id) {
        long writer = handle.createQuery("select writer_epoch from bot where id = :id for update")
                .bind("id", id.value())
                .mapTo(Long.class)
                .findOne()
                .orElseThrow(() -> unknown(id));
        if (epoch != ANY_EPOCH && epoch != writer) {
            throw laterHolder(id, epoch);
        }
    }

    @Override
    public void append(BotId id, JournalEntry entry) {
        database.inTransaction(handle -> {
            advance(handle, id, entry.sequence());
            return insert(handle, id, entry);
        });
    }

    /** Reads page by page, so that no connection waits for the reader. */
    @Override
    public void read(BotId id, long fromSequence, Consumer<JournalEntry> reader) {
        long next = fromSequence;
        List<String> page;
        do {
            page = page(id, next);
            page.stream().map(entries::read).forEach(reader);
            next += page.size();
        } while (page.size() == PAGE);
    }

    private List<String> page(BotId id, long from) {
        return database.inTransaction(handle -> {
            requireKnown(handle, id);
            return handle.createQuery("""
                            select entry from bot_entry
                            where bot_id = :id and sequence >= :from order by sequence limit :limit""")
                    .bind("id", id.value())
                    .bind("from", from)
                    .bind("limit", PAGE)
                    .mapTo(String.class)
                    .list();
        });
    }

    /** {@return the latest entries in which the strategy decided or something was executed, oldest first} */
    public List<JournalEntry> recentActivity(BotId id, int limit) {
        return database.inTransaction(handle -> handle.createQuery("""
                        select entry from (
                            select sequence, entry from bot_entry
                            where bot_id = :id and (decisions > 0 or fills > 0)
                            order by sequence desc limit :limit) latest
                        order by sequence""")
                .bind("id", id.value())
                .bind("limit", limit)
                .mapTo(String.class)
                .map(entries::read)
                .list());
    }

    /** {@return the market time of a bot's last input; empty when nothing came in yet} */
    public Optional<Instant> lastMarketTime(BotId id) {
        return database.inTransaction(handle -> handle.createQuery("""
                        select market_time from bot_entry
                        where bot_id = :id order by sequence desc limit 1""")
                .bind("id", id.value())
                .mapTo(OffsetDateTime.class)
                .findOne()
                .map(OffsetDateTime::toInstant));
    }

    /** {@return the last entry of market time before a moment} */
    public Optional<JournalEntry> lastBefore(BotId id, Instant moment) {
        return database.inTransaction(handle -> handle.createQuery("""
                        select entry from bot_entry
                        where bot_id = :id and market_time < :moment order by sequence desc limit 1""")
                .bind("id", id.value())
                .bind("moment", OffsetDateTime.ofInstant(moment, ZoneOffset.UTC))
                .mapTo(String.class)
                .findOne()
                .map(entries::read));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), column);
    }

    private void advance(Handle handle, BotId id, long sequence) {
        int changed = handle.createUpdate("""
                        update bot set last_sequence = :sequence
                        where id = :id and last_sequence + 1 = :sequence
                            and (:epoch = 0 or writer_epoch = :epoch)""")
                .bind("id", id.value())
                .bind("sequence", sequence)
                .bind("epoch", epoch)
                .execute();
        if (changed == 0) {
            requireWriter(handle, id);
            throw new TradeTrackerException(
                    CoreError.ANOTHER_WRITER,
                    "entry " + sequence + " of bot " + id + " does not follow the last one on record: another process "
                            + "writes this bot's record; stop one of them");
        }
    }

    private int insert(Handle handle, BotId id, JournalEntry entry) {
        return handle.createUpdate("""
                        insert into bot_entry (bot_id, sequence, market_time, decisions, fills, entry)
                        values (:id, :sequence, :time, :decisions, :fills, cast(:entry as json))""")
                .bind("id", id.value())
                .bind("sequence", entry.sequence())
                .bind("time", OffsetDateTime.ofInstant(entry.input().time(), ZoneOffset.UTC))
                .bind("decisions", entry.decisions().size())
                .bind("fills", entry.fills().size())
                .bind("entry", StorableText.json(entries.write(entry)))
                .execute();
    }

    private static void requireKnown(Handle handle, BotId id) {
        boolean known = handle.createQuery("select true from bot where id = :id")
                .bind("id", id.value())
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false);
        if (!known) {
            throw unknown(id);
        }
    }

    private static TradeTrackerException laterHolder(BotId id, long epoch) {
        return new TradeTrackerException(
                CoreError.ANOTHER_WRITER,
                "the record of bot " + id + " belongs to a later holder than that of epoch " + epoch
                        + ": another process runs this bot now");
    }

    private static TradeTrackerException unknown(BotId id) {
        return new TradeTrackerException(CoreError.JOURNAL_FAILED, "there is no bot " + id + " on record");
    }
}
