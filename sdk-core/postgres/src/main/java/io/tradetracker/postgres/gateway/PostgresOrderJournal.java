package io.tradetracker.postgres.gateway;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.core.CoreError;
import io.tradetracker.core.gateway.GatewayFact;
import io.tradetracker.core.gateway.GatewayJson;
import io.tradetracker.core.gateway.OrderJournal;
import io.tradetracker.core.gateway.TradingAccount;
import io.tradetracker.database.Database;
import io.tradetracker.postgres.CoreSchema;
import io.tradetracker.postgres.internal.StorableText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * The record of order gateways in PostgreSQL. Facts that are added together are added by one statement, which also sees
 * that nobody has claimed the account meanwhile: the database refuses a writer that was overtaken, however late what it
 * sent arrives. Closing the journal leaves the database open. Safe for use by several threads.
 */
public final class PostgresOrderJournal implements OrderJournal {
    private static final int PAGE = 1_000;

    private final Database database;
    private final GatewayJson json = new GatewayJson();
    private volatile boolean closed;

    /** Makes a journal whose tables {@link CoreSchema#migrate} has brought up to date. */
    public PostgresOrderJournal(Database database) {
        this.database = database;
    }

    @Override
    public Writer claim(TradingAccount account, long epoch) {
        if (epoch <= 0) {
            throw new IllegalArgumentException("epoch " + epoch + " must be above zero, as that of a lease is");
        }
        requireOpen();
        Claim claim = orFail(
                        "account " + account + " could not be claimed",
                        () -> database.committingEach(handle -> claim(handle, account, epoch)))
                .orElseThrow(() -> new TradeTrackerException(
                        CoreError.ANOTHER_WRITER,
                        "the record of account " + account + " belongs to a later holder than that of epoch " + epoch
                                + ": another process trades this account now"));
        return new AccountWriter(account, epoch, claim);
    }

    private static Optional<Claim> claim(Handle handle, TradingAccount account, long epoch) {
        return handle.createQuery("""
                        insert into order_account (account, broker, broker_account, writer_epoch)
                        values (:account, :broker, :brokerAccount, :epoch)
                        on conflict (account) do update
                        set writer_epoch = excluded.writer_epoch, claim = order_account.claim + 1
                        where order_account.writer_epoch <= excluded.writer_epoch
                        returning claim, last_sequence""")
                .bind("account", AccountKey.of(account))
                .bind("broker", account.broker())
                .bind("brokerAccount", StorableText.escaped(account.id().value()))
                .bind("epoch", epoch)
                .map((row, context) -> new Claim(row.getLong("claim"), row.getLong("last_sequence")))
                .findOne();
    }

    /** Reads page by page, so that no connection waits for the reader. */
    @Override
    public void read(TradingAccount account, long after, Reader reader) {
        long last = Math.max(0, after);
        List<String> page;
        do {
            page = page(account, last);
            for (String fact : page) {
                reader.accept(++last, json.read(fact));
            }
        } while (page.size() == PAGE);
    }

    private List<String> page(TradingAccount account, long after) {
        return orFail(
                "the record of account " + account + " could not be read",
                () -> database.committingEach(handle -> handle.createQuery("""
                                select fact from order_fact
                                where account = :account and sequence > :after order by sequence limit :limit""")
                        .bind("account", AccountKey.of(account))
                        .bind("after", after)
                        .bind("limit", PAGE)
                        .mapTo(String.class)
                        .list()));
    }

    @Override
    public List<TradingAccount> accounts() {
        List<TradingAccount> accounts = new ArrayList<>(orFail(
                "the accounts on record could not be read",
                () -> database.committingEach(handle -> handle.createQuery(
                                "select broker, broker_account from order_account")
                        .map((row, context) -> TradingAccount.of(
                                String.valueOf(row.getString("broker")),
                                StorableText.unescaped(String.valueOf(row.getString("broker_account")))))
                        .list())));
        accounts.sort(Comparator.comparing(TradingAccount::toString));
        return accounts;
    }

    @Override
    public void close() {
        closed = true;
    }

    private void requireOpen() {
        if (closed) {
            throw new TradeTrackerException(CoreError.JOURNAL_FAILED, "the journal is closed; open it anew");
        }
    }

    private static <T> T orFail(String what, Supplier<T> work) {
        try {
            return work.get();
        } catch (TradeTrackerException failed) {
            throw new TradeTrackerException(
                    CoreError.JOURNAL_FAILED, what + ": " + failed.getMessage(), failed.retry(), failed);
        }
    }

    /** Which claim of an account it was, and where the record ended then. */
    private record Claim(long number, long lastSequence) {}

    /** Writes until somebody claims the account or a statement fails. */
    private final class AccountWriter implements Writer {
        private final TradingAccount account;
        private final long epoch;
        private final long claim;
        private final ReentrantLock lock = new ReentrantLock();
        private volatile long last;
        private boolean broken;

        private AccountWriter(TradingAccount account, long epoch, Claim claim) {
            this.account = account;
            this.epoch = epoch;
            this.claim = claim.number();
            last = claim.lastSequence();
        }

        @Override
        public long lastSequence() {
            return last;
        }

        @Override
        public void append(List<GatewayFact> facts) {
            if (facts.isEmpty()) {
                throw new IllegalArgumentException("there must be at least one fact to add");
            }
            FactColumns columns = FactColumns.of(facts, json);
            lock.lock();
            try {
                requireOpen();
                requireWhole();
                long before = last;
                if (insert(columns, before) == 0) {
                    throw new TradeTrackerException(
                            CoreError.ANOTHER_WRITER,
                            "the record of account " + account + " was claimed after epoch " + epoch
                                    + " claimed it: this writer writes no more");
                }
                last = before + facts.size();
            } finally {
                lock.unlock();
            }
        }

        private void requireWhole() {
            if (broken) {
                throw new TradeTrackerException(
                        CoreError.JOURNAL_FAILED,
                        "it is not known whether the facts that were added last to account " + account
                                + " are on record: claim it anew, which shows what is");
            }
        }

        private int insert(FactColumns columns, long before) {
            broken = true;
            int added = orFail(
                    "facts of account " + account + " may not be on record; claim it anew, which shows what is",
                    () -> database.committingEach(handle -> insert(handle, columns, before)));
            broken = false;
            return added;
        }

        /** The row of the account is locked until the facts are there: a claim comes before both or after both. */
        private int insert(Handle handle, FactColumns columns, long before) {
            return handle.createUpdate("""
                            with written as (
                                update order_account set last_sequence = last_sequence + :count
                                where account = :account and writer_epoch = :epoch and claim = :claim
                                    and last_sequence = :before
                                returning account)
                            insert into order_fact
                                (account, sequence, epoch, kind, client_order_id, time, fact)
                            select written.account, :before + added.place, :epoch, added.kind,
                                nullif(added.id, ''), cast(added.time as timestamptz), cast(added.fact as json)
                            from written, unnest(
                                cast(:kinds as text[]), cast(:ids as text[]), cast(:times as text[]),
                                cast(:facts as text[])) with ordinality as added (kind, id, time, fact, place)""")
                    .bind("account", AccountKey.of(account))
                    .bind("epoch", epoch)
                    .bind("claim", claim)
                    .bind("before", before)
                    .bind("count", columns.count())
                    .bindArray("kinds", String.class, columns.kinds())
                    .bindArray("ids", String.class, columns.intents())
                    .bindArray("times", String.class, columns.times())
                    .bindArray("facts", String.class, columns.facts())
                    .execute();
        }
    }
}
