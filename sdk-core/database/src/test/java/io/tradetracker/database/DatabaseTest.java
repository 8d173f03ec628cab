package io.tradetracker.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradetracker.api.error.RetryAdvice;
import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.database.testkit.TestPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatabaseTest {
    private static TestPostgres server;

    private DatabaseConfig config;
    private Database database;

    record Note(String text, Instant at) {}

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
        config = DatabaseConfig.of(server.newDatabase(), server.user(), "unused-secret");
        database = Database.open(config);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void keepsAHistoryForEachModuleInOneSchema() {
        database.migrate("notes", "migrations/notes");
        database.migrate("books", "migrations/books");
        database.migrate("notes", "migrations/notes");

        assertThat(tables()).containsExactly("book", "note", "schema_history_books", "schema_history_notes");
    }

    @Test
    void migratesOnceWhenSeveralProcessesStartTogether() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> start = () -> {
                database.migrate("notes", "migrations/notes");
                return true;
            };
            for (var done : threads.invokeAll(List.of(start, start, start))) {
                assertThat(done.get()).isTrue();
            }
        }
    }

    @Test
    void rollsABrokenScriptBackAndNamesIt() {
        assertFails(() -> database.migrate("broken", "migrations/broken"), DatabaseError.MIGRATION_FAILED)
                .hasMessageContaining("V1__broken.sql");
        assertThat(tables()).doesNotContain("half");
    }

    @Test
    void refusesAFolderWithoutScripts() {
        assertFails(() -> database.migrate("none", "migrations/none"), DatabaseError.MIGRATION_FAILED)
                .hasMessageContaining("migrations/none");
    }

    @Test
    void refusesAModuleNameThatIsNoTableName() {
        assertFails(() -> database.migrate("x; drop table note", "migrations/notes"), DatabaseError.BAD_CONFIGURATION);
    }

    @Test
    void commitsWhatReturnsAndRollsBackWhatThrows() {
        database.migrate("books", "migrations/books");
        addBook("kept");

        assertThatThrownBy(() -> database.inTransaction(handle -> {
                    insertBook(handle, "lost");
                    throw new IOException("stop");
                }))
                .isInstanceOf(IOException.class);

        assertThat(column("select title from book")).containsExactly("kept");
    }

    @Test
    void commitsEachStatementByItselfWhereNoTransactionIsAskedFor() {
        database.migrate("books", "migrations/books");

        assertThatThrownBy(() -> database.committingEach(handle -> {
                    handle.execute("insert into book (title) values ('kept')");
                    throw new IOException("after it");
                }))
                .isInstanceOf(IOException.class);

        assertThat(column("select title from book")).containsExactly("kept");
    }

    @Test
    void keepsNoLocksForATransactionThatStandsStill() throws Exception {
        database.migrate("books", "migrations/books");
        addBook("wanted");
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch thawed = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> frozen = threads.submit(() -> database.inTransaction(handle -> {
                handle.execute("update book set title = 'of the frozen one'");
                locked.countDown();
                thawed.await();
                return handle.execute("update book set title = 'too late'");
            }));
            locked.await();

            database.inTransaction(handle -> handle.execute("update book set title = 'of the other one'"));
            thawed.countDown();

            assertThatThrownBy(frozen::get).cause().isInstanceOfSatisfying(TradeTrackerException.class, failed -> {
                assertThat(failed.code()).isEqualTo(DatabaseError.STATEMENT_FAILED);
                assertThat(failed.retry()).isEqualTo(RetryAdvice.after(Duration.ofSeconds(1)));
                assertThat(failed).hasMessageContaining("stood still");
            });
        }
        assertThat(column("select title from book")).containsExactly("of the other one");
    }

    @Test
    void storesAndReadsValuesAsJson() {
        database.migrate("notes", "migrations/notes");
        Jsonb jsonb = new Jsonb();
        Note note = new Note("it's \"quoted\" \u20ac", Instant.parse("2026-01-02T03:04:05.678Z"));

        database.inTransaction(handle -> handle.createUpdate("insert into note (doc) values (:doc), (:none)")
                .bind("doc", jsonb.argument(note))
                .bind("none", jsonb.argument(null))
                .execute());

        List<Note> read = database.inTransaction(handle -> handle.createQuery("select doc from note order by id")
                .map(jsonb.column(Note.class))
                .list());
        assertThat(read).containsExactly(note, null);
    }

    @Test
    void saysWhenStoredJsonIsNotWhatTheCodeReads() {
        database.migrate("notes", "migrations/notes");
        database.inTransaction(
                handle -> handle.execute("insert into note (doc) values ('{\"text\": \"a\", \"more\": 1}')"));

        assertFails(
                        () -> database.inTransaction(handle -> handle.createQuery("select doc from note")
                                .map(new Jsonb().column(Note.class))
                                .list()),
                        DatabaseError.BAD_JSON)
                .hasMessageContaining("no Note");
    }

    @Test
    void refusesAStatementWithoutShowingItsValues() {
        database.migrate("books", "migrations/books");
        addBook("my secret title");

        assertFails(() -> addBook("my secret title"), DatabaseError.STATEMENT_FAILED)
                .hasMessageContaining("23505")
                .hasMessageNotContaining("my secret title")
                .hasMessageNotContaining("unused-secret");
    }

    @Test
    void saysWhereNothingAnswersAndThatARetryIsSafe() throws IOException {
        int port = unusedPort();
        DatabaseConfig nowhere = DatabaseConfig.of("jdbc:postgresql://localhost:" + port + "/trades", "me", "s3cret");

        assertThatThrownBy(() -> Database.open(nowhere))
                .isInstanceOfSatisfying(TradeTrackerException.class, failure -> {
                    assertThat(failure.code()).isEqualTo(DatabaseError.UNREACHABLE);
                    assertThat(failure.retry())
                            .extracting(RetryAdvice::repeatable)
                            .isEqualTo(true);
                })
                .hasMessageContaining("localhost:" + port)
                .hasMessageContaining("start it, or correct the database URL")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void saysWhichDatabaseIsMissing() {
        DatabaseConfig missing = DatabaseConfig.of(config.jdbcUrl() + "_missing", server.user(), "s3cret");

        assertFails(() -> Database.open(missing), DatabaseError.LOGIN_REFUSED)
                .hasMessageContaining("_missing")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void saysWhenTheConnectionIsCutInTheMiddle() {
        assertFails(
                () -> database.inTransaction(handle -> handle.execute("select pg_terminate_backend(pg_backend_pid())")),
                DatabaseError.UNREACHABLE);
        assertThat(database.answers()).isTrue();
    }

    @Test
    void answersNoMoreAfterClosing() {
        assertThat(database.answers()).isTrue();

        database.close();

        assertThat(database.answers()).isFalse();
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> assertFails(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable call, DatabaseError code) {
        return assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        TradeTrackerException.class,
                        failure -> assertThat(failure.code()).isEqualTo(code));
    }

    private void addBook(String title) {
        database.inTransaction(handle -> insertBook(handle, title));
    }

    private static int insertBook(Handle handle, String title) {
        return handle.createUpdate("insert into book values (:title)")
                .bind("title", title)
                .execute();
    }

    private List<String> tables() {
        return column("select table_name from information_schema.tables where table_schema = 'public' order by 1");
    }

    private List<String> column(String query) {
        return database.inTransaction(
                handle -> handle.createQuery(query).mapTo(String.class).list());
    }

    private static int unusedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
