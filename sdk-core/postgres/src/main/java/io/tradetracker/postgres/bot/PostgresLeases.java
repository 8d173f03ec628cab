package io.tradetracker.postgres.bot;

import io.tradetracker.core.bot.BotId;
import io.tradetracker.core.bot.Lease;
import io.tradetracker.core.bot.LeaseTerms;
import io.tradetracker.core.bot.Leases;
import io.tradetracker.database.Database;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Leases in PostgreSQL, whose clock measures them for all; hosts may have other times.
 * {@link PostgresBotJournal#migrate} makes their table. Safe for use by several threads.
 */
public final class PostgresLeases implements Leases {
    private final Database database;
    private final LeaseTerms terms;
    private final LongSupplier nanoClock = System::nanoTime;

    /** Makes leases of these terms, which all processes on one database have in common. */
    public PostgresLeases(Database database, LeaseTerms terms) {
        this.database = database;
        this.terms = terms;
    }

    @Override
    public Optional<Lease> acquire(BotId bot, String holder) {
        long asked = nanoClock.getAsLong();
        return database.inTransaction(handle -> handle.createQuery("""
                        insert into bot_lease (bot_id, holder, epoch, ends_at)
                        values (:bot, :holder, 1, clock_timestamp() + make_interval(secs => :length))
                        on conflict (bot_id) do update
                        set holder = excluded.holder, epoch = bot_lease.epoch + 1, ends_at = excluded.ends_at
                        where bot_lease.holder = ''
                            or bot_lease.ends_at + make_interval(secs => :wait) <= clock_timestamp()
                        returning epoch""")
                .bind("bot", bot.value())
                .bind("holder", holder)
                .bind("length", seconds(terms.length()))
                .bind("wait", seconds(terms.longestRequest()))
                .mapTo(Long.class)
                .findOne()
                .map(epoch -> Lease.of(bot, holder, epoch, terms.length(), asked, nanoClock)));
    }

    @Override
    public Optional<Lease> renew(Lease lease) {
        long asked = nanoClock.getAsLong();
        int renewed = database.inTransaction(handle -> handle.createUpdate("""
                        update bot_lease set ends_at = clock_timestamp() + make_interval(secs => :length)
                        where bot_id = :bot and epoch = :epoch and holder <> '' and ends_at > clock_timestamp()""")
                .bind("bot", lease.bot().value())
                .bind("epoch", lease.epoch())
                .bind("length", seconds(terms.length()))
                .execute());
        return renewed == 0 ? Optional.empty() : Optional.of(lease.renewed(terms.length(), asked));
    }

    @Override
    public void release(Lease lease) {
        database.inTransaction(
                handle -> handle.createUpdate("update bot_lease set holder = '' where bot_id = :bot and epoch = :epoch")
                        .bind("bot", lease.bot().value())
                        .bind("epoch", lease.epoch())
                        .execute());
    }

    /**
     * Frees what holders that are gone have left, so that nobody waits for them. Only for a process that knows that it
     * is the only one on this database, such as one that started the database itself.
     */
    public void freeAll() {
        database.inTransaction(handle -> handle.execute("update bot_lease set holder = ''"));
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
