package io.tradetracker.postgres.lease;

import io.tradetracker.core.lease.Lease;
import io.tradetracker.core.lease.LeaseTerms;
import io.tradetracker.core.lease.Leases;
import io.tradetracker.database.Database;
import io.tradetracker.postgres.CoreSchema;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Leases in PostgreSQL, whose clock measures them for all; hosts may have other times. {@link CoreSchema#migrate} makes
 * their table. Each call is one statement that commits by itself, so a holder that is frozen while it renews leaves no
 * lock behind that its follower would wait for. Safe for use by several threads.
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
    public LeaseTerms terms() {
        return terms;
    }

    @Override
    public Optional<Lease> acquire(String subject, String holder) {
        long asked = nanoClock.getAsLong();
        return database.committingEach(handle -> handle.createQuery("""
                        insert into lease (subject, holder, epoch, ends_at)
                        values (:subject, :holder, 1, clock_timestamp() + make_interval(secs => :length))
                        on conflict (subject) do update
                        set holder = excluded.holder, epoch = lease.epoch + 1, ends_at = excluded.ends_at
                        where lease.holder = ''
                            or lease.ends_at + make_interval(secs => :wait) <= clock_timestamp()
                        returning epoch""")
                .bind("subject", subject)
                .bind("holder", holder)
                .bind("length", seconds(terms.length()))
                .bind("wait", seconds(terms.longestRequest()))
                .mapTo(Long.class)
                .findOne()
                .map(epoch -> Lease.of(subject, holder, epoch, terms.length(), asked, nanoClock)));
    }

    @Override
    public Optional<Lease> renew(Lease lease) {
        long asked = nanoClock.getAsLong();
        int renewed = database.committingEach(handle -> handle.createUpdate("""
                        update lease set ends_at = clock_timestamp() + make_interval(secs => :length)
                        where subject = :subject and epoch = :epoch and holder <> '' and ends_at > clock_timestamp()""")
                .bind("subject", lease.subject())
                .bind("epoch", lease.epoch())
                .bind("length", seconds(terms.length()))
                .execute());
        return renewed == 0 ? Optional.empty() : Optional.of(lease.renewed(terms.length(), asked));
    }

    @Override
    public void release(Lease lease) {
        database.committingEach(handle -> handle.createUpdate(
                        "update lease set holder = '' where subject = :subject and epoch = :epoch")
                .bind("subject", lease.subject())
                .bind("epoch", lease.epoch())
                .execute());
    }

    /**
     * Frees what holders that are gone have left, so that nobody waits for them. Only for a process that knows that it
     * is the only one on this database, such as one that started the database itself.
     */
    public void freeAll() {
        database.committingEach(handle -> handle.execute("update lease set holder = ''"));
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
