package io.tradetracker.postgres.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.order.ClientOrderId;
import io.tradetracker.core.CoreError;
import io.tradetracker.core.gateway.GatewayFact;
import io.tradetracker.core.gateway.OrderJournal;
import io.tradetracker.core.gateway.TradingAccount;
import io.tradetracker.database.Database;
import io.tradetracker.database.DatabaseConfig;
import io.tradetracker.database.testkit.TestPostgres;
import io.tradetracker.postgres.CoreSchema;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PostgresOrderJournalTest {
    private static final TradingAccount ACCOUNT = TradingAccount.of("capital-demo", "12345");
    private static final Instant TIME = Instant.parse("2026-01-05T10:00:00Z");
    private static TestPostgres server;

    private String url;
    private Database database;
    private OrderJournal journal;

    @BeforeAll
    static void startServer() {
        server = TestPostgres.start();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void open() {
        url = server.newDatabase();
        database = Database.open(DatabaseConfig.of(url, server.user(), ""));
        CoreSchema.migrate(database);
        journal = new PostgresOrderJournal(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void goesOnWhereTheLastProcessEnded() {
        journal.claim(ACCOUNT, 3).append(facts(1, 2));
        journal.close();

        try (Database next = Database.open(DatabaseConfig.of(url, server.user(), ""))) {
            OrderJournal other = new PostgresOrderJournal(next);
            assertRefused(CoreError.ANOTHER_WRITER, () -> other.claim(ACCOUNT, 2));
            OrderJournal.Writer writer = other.claim(ACCOUNT, 3);
            assertThat(writer.lastSequence()).isEqualTo(2);
            writer.append(facts(3, 3));
        }

        assertThat(read()).isEqualTo(facts(1, 3));
    }

    @Test
    void keepsColumnsToSearchBy() {
        ClientOrderId id = ClientOrderId.of("trend \0 \uD800 \\ 1");
        journal.claim(ACCOUNT, 7)
                .append(List.of(
                        new GatewayFact.Began(Instant.MIN, "one"),
                        new GatewayFact.HandedOver(TIME, id, "two alike"),
                        new GatewayFact.Due(Instant.MAX, ClientOrderId.of("plain"))));

        List<String> rows = database.inTransaction(
                handle -> handle.createQuery("""
                        select account || '|' || sequence || '|' || epoch || '|' || kind || '|'
                            || coalesce(client_order_id, '-') || '|' || extract(year from time at time zone 'UTC')
                        from order_fact order by sequence""").mapTo(String.class).list());

        assertThat(rows)
                .containsExactly(
                        "capital-demo/12345|1|7|began|-|1",
                        "capital-demo/12345|2|7|handed-over|trend \\u0000 \\ud800 \\\\ 1|2026",
                        "capital-demo/12345|3|7|due|plain|9999");
    }

    @Test
    void saysThatTheRecordFailedWhenTheDatabaseDoes() {
        OrderJournal.Writer writer = journal.claim(ACCOUNT, 1);
        database.close();

        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> writer.append(facts(1, 1)),
                () -> writer.append(facts(1, 1)),
                () -> journal.claim(ACCOUNT, 1),
                () -> journal.accounts(),
                () -> read())) {
            assertRefused(CoreError.JOURNAL_FAILED, call);
        }
    }

    /** The row of the account is held elsewhere, so that the statement waits in the server when it is ended. */
    @Test
    void whenTheConnectionEndsInTheMiddleNothingIsOnRecordAndTheWriterIsOver() throws Exception {
        OrderJournal.Writer writer = journal.claim(ACCOUNT, 1);
        writer.append(facts(1, 2));
        try (Connection other = connection();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            other.setAutoCommit(false);
            execute(other, "select 1 from order_account for update");
            Future<?> append = threads.submit(() -> writer.append(facts(3, 4)));
            try (Connection admin = connection()) {
                while (terminate(admin, "and wait_event_type = 'Lock'") == 0) {
                    Thread.onSpinWait();
                }
            }
            assertThatThrownBy(append::get).hasMessageContaining("may not be on record");
            other.rollback();
        }

        assertRefused(CoreError.JOURNAL_FAILED, () -> writer.append(facts(3, 4)));
        OrderJournal.Writer next = claimUntilItAnswers(1);
        assertThat(next.lastSequence()).isEqualTo(2);
        next.append(facts(3, 3));
        assertThat(read()).isEqualTo(facts(1, 3));
    }

    @Test
    void whateverMomentTheConnectionEndsAClaimShowsAllOrNothing() throws Exception {
        long seed = 20260105;
        Random random = new Random(seed);
        AtomicBoolean done = new AtomicBoolean();
        int lost = 0;
        long acknowledged = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                Connection admin = connection()) {
            Callable<Integer> killer = () -> {
                int ended = 0;
                while (!done.get()) {
                    ended += terminate(admin, random.nextInt(3) == 0 ? "and state = 'active'" : "and false");
                }
                return ended;
            };
            Future<Integer> ended = threads.submit(killer);
            OrderJournal.Writer writer = claimUntilItAnswers(1);
            while (lost < 40) {
                try {
                    writer.append(facts(acknowledged + 1, acknowledged + 3));
                    acknowledged += 3;
                } catch (TradeTrackerException failed) {
                    assertThat(failed.code()).isEqualTo(CoreError.JOURNAL_FAILED);
                    lost++;
                    writer = claimUntilItAnswers(1);
                    assertThat(writer.lastSequence())
                            .as("seed %d, lost %d", seed, lost)
                            .isIn(acknowledged, acknowledged + 3);
                    acknowledged = writer.lastSequence();
                }
            }
            done.set(true);
            assertThat(ended.get()).isGreaterThanOrEqualTo(40);
        }
        try (Database fresh = Database.open(DatabaseConfig.of(url, server.user(), ""))) {
            journal = new PostgresOrderJournal(fresh);
            assertThat(journal.claim(ACCOUNT, 1).lastSequence()).isEqualTo(acknowledged);
            assertThat(read()).isEqualTo(facts(1, acknowledged));
        }
    }

    /** What was sent before a claim may reach the server after it, with the same epoch and the same last sequence. */
    @Test
    void refusesWhatArrivesAfterALaterClaimOfTheSameEpoch() {
        OrderJournal.Writer late = journal.claim(ACCOUNT, 1);
        late.append(facts(1, 1));

        OrderJournal.Writer current = journal.claim(ACCOUNT, 1);

        assertRefused(CoreError.ANOTHER_WRITER, () -> late.append(facts(2, 2)));
        assertThat(current.lastSequence()).isEqualTo(1);
        assertThat(read()).isEqualTo(facts(1, 1));
    }

    @Test
    void noRowOfAnOldEpochComesAfterTheFirstOfTheNew() throws Exception {
        for (int round = 1; round <= 5; round++) {
            TradingAccount account = TradingAccount.of("race", Integer.toString(round));
            race(account);

            List<Long> epochs = database.inTransaction(handle -> handle.createQuery(
                            "select epoch from order_fact where account = :account order by sequence")
                    .bind("account", account.toString())
                    .mapTo(Long.class)
                    .list());
            assertThat(epochs).as("round %d", round).isSorted().contains(1L, 2L);
        }
    }

    /** Four threads write with the old epoch until they are refused, four with the new one. */
    private void race(TradingAccount account) throws Exception {
        OrderJournal.Writer old = journal.claim(account, 1);
        old.append(facts(1, 1));
        OrderJournal elsewhere = new PostgresOrderJournal(database);
        List<Callable<Integer>> threads = new ArrayList<>();
        IntStream.range(0, 4).forEach(i -> threads.add(() -> writeUntilRefused(old, Integer.MAX_VALUE)));
        IntStream.range(0, 4).forEach(i -> threads.add(() -> writeUntilRefused(elsewhere.claim(account, 2), 10)));
        try (var running = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> each : running.invokeAll(threads)) {
                each.get();
            }
        }
    }

    private static int writeUntilRefused(OrderJournal.Writer writer, int most) {
        for (int i = 0; i < most; i++) {
            try {
                writer.append(facts(1, 2));
            } catch (TradeTrackerException refused) {
                assertThat(refused.code()).isEqualTo(CoreError.ANOTHER_WRITER);
                return i;
            }
        }
        return most;
    }

    /** Connections that wait in the pool were ended too; each try throws one of them away. */
    private OrderJournal.Writer claimUntilItAnswers(long epoch) {
        while (true) {
            try {
                return journal.claim(ACCOUNT, epoch);
            } catch (TradeTrackerException failed) {
                assertThat(failed.code()).isEqualTo(CoreError.JOURNAL_FAILED);
            }
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(url, server.user(), "");
    }

    private static int terminate(Connection admin, String which) throws SQLException {
        try (Statement statement = admin.createStatement();
                ResultSet rows = statement.executeQuery("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where datname = current_database() and pid <> pg_backend_pid() " + which)) {
            int ended = 0;
            while (rows.next()) {
                ended++;
            }
            return ended;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<GatewayFact> read() {
        List<GatewayFact> facts = new ArrayList<>();
        journal.read(ACCOUNT, 0, (sequence, fact) -> facts.add(fact));
        return facts;
    }

    private static List<GatewayFact> facts(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .<GatewayFact>mapToObj(i -> new GatewayFact.Began(TIME, Long.toString(i)))
                .toList();
    }

    private static void assertRefused(CoreError code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        TradeTrackerException.class,
                        failure -> assertThat(failure.code()).isEqualTo(code));
    }
}
