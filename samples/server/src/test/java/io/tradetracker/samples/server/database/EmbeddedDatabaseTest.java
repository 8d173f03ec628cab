package io.tradetracker.samples.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradetracker.api.error.ErrorCode;
import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.database.Database;
import io.tradetracker.database.DatabaseConfig;
import io.tradetracker.database.DatabaseError;
import io.tradetracker.samples.server.ServerError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddedDatabaseTest {
    static final Path BINARIES = Path.of("target", "postgres-binaries").toAbsolutePath();

    @TempDir
    Path folder;

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class WhileItRuns {
        private Path shared;
        private EmbeddedDatabase postgres;
        private Database database;

        @BeforeAll
        void start(@TempDir Path temporary) {
            shared = temporary;
            postgres = EmbeddedDatabase.start(shared, BINARIES);
            database = Database.open(postgres.config());
        }

        @AfterAll
        void stop() {
            database.close();
            postgres.close();
        }

        @ParameterizedTest
        @CsvSource({
            "fsync, on",
            "synchronous_commit, on",
            "listen_addresses, 127.0.0.1",
            "max_connections, 40",
            "server_encoding, UTF8"
        })
        void isDurableAndOnLoopbackAlone(String setting, String expected) {
            assertThat(show(setting)).isEqualTo(expected);
        }

        @Test
        void letsTheApplicationInAsNoSuperuser() {
            assertThat(show("is_superuser")).isEqualTo("off");
            assertThat(show("server_version")).startsWith("18.");
        }

        @ParameterizedTest
        @CsvSource({"tradetracker", "postgres"})
        void refusesAWrongPassword(String user) {
            DatabaseConfig wrong = DatabaseConfig.of(postgres.config().jdbcUrl(), user, "guess");

            assertFails(() -> Database.open(wrong), DatabaseError.LOGIN_REFUSED).hasMessageNotContaining("guess");
        }

        @Test
        void keepsThePasswordInAFileThatOnlyItsOwnerReads() throws IOException {
            Path file = shared.resolve("postgres-password");

            assertThat(Files.getPosixFilePermissions(file))
                    .isEqualTo(Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
            assertThat(Files.readString(file))
                    .hasSizeGreaterThanOrEqualTo(32)
                    .isEqualTo(postgres.config().password());
        }

        @Test
        void keepsItsFoldersToItsOwner() throws IOException {
            for (Path path : List.of(shared.resolve("postgres"), BINARIES)) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                        .isEqualTo("rwx------");
            }
        }

        @Test
        void refusesASecondStartOnItsFolderAndSaysWhoUsesIt() {
            assertFails(() -> EmbeddedDatabase.start(shared, BINARIES), ServerError.FOLDER_IN_USE)
                    .hasMessageContaining(shared.toString())
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("--home");
            assertThat(database.answers()).isTrue();
        }

        private String show(String setting) {
            return database.inTransaction(handle ->
                    handle.createQuery("show " + setting).mapTo(String.class).one());
        }
    }

    @Test
    void takesTheRightsOfOthersFromAFolderOfAnEarlierStart() throws IOException {
        Files.writeString(folder.resolve("owner.pid"), "1");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

        DataFolder.lock(folder).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        DataFolder.lock(folder.resolve("new")).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("new"))))
                .isEqualTo("rwx------");
    }

    @Test
    void keepsDataAndPasswordOverARestart() {
        String password;
        try (EmbeddedDatabase first = EmbeddedDatabase.start(folder, BINARIES);
                Database database = Database.open(first.config())) {
            database.inTransaction(handle -> handle.execute("create table kept as select 42 as answer"));
            password = first.config().password();
        }

        try (EmbeddedDatabase second = EmbeddedDatabase.start(folder, BINARIES);
                Database database = Database.open(second.config())) {
            assertThat(second.config().password()).isEqualTo(password);
            assertThat(database.<Integer, RuntimeException>inTransaction(
                            handle -> handle.createQuery("select answer from kept")
                                    .mapTo(Integer.class)
                                    .one()))
                    .isEqualTo(42);
        }
    }

    @Test
    void startsAnewWhenTheFirstStartWasCutShort() throws IOException {
        Path half = Files.createDirectories(folder.resolve("postgres.unfinished/base"));
        Files.writeString(half.resolveSibling("postgresql.conf"), "half written");

        try (EmbeddedDatabase postgres = EmbeddedDatabase.start(folder, BINARIES);
                Database database = Database.open(postgres.config())) {
            assertThat(database.answers()).isTrue();
        }
    }

    @Test
    void refusesAFileInPlaceOfTheFolder() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertFails(() -> EmbeddedDatabase.start(file, BINARIES), ServerError.FOLDER_UNUSABLE)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("--home");
    }

    /** Not even root can make a folder there. */
    @Test
    void refusesAFolderThatCannotBeWritten() {
        assertFails(() -> EmbeddedDatabase.start(Path.of("/proc/trade-tracker"), BINARIES), ServerError.FOLDER_UNUSABLE)
                .hasMessageContaining("/proc/trade-tracker cannot be written")
                .hasMessageContaining("TRADETRACKER_HOME");
    }

    @Test
    void refusesDataOfAnotherVersionAndLeavesItAlone() throws IOException {
        Path version = Files.createDirectories(folder.resolve("postgres")).resolve("PG_VERSION");
        Files.writeString(version, "15\n");

        assertFails(() -> EmbeddedDatabase.start(folder, BINARIES), ServerError.FOLDER_UNUSABLE)
                .hasMessageContaining("version 15")
                .hasMessageContaining("version 18")
                .hasMessageContaining("JDBC_URL");
        assertThat(version).hasContent("15");
    }

    @Test
    void saysWhenThePasswordIsLostAndLetsGoOfTheFolder() throws IOException {
        EmbeddedDatabase.start(folder, BINARIES).close();
        Path password = folder.resolve("postgres-password");
        String secret = Files.readString(password);
        Files.delete(password);

        assertFails(() -> EmbeddedDatabase.start(folder, BINARIES), ServerError.FOLDER_UNUSABLE)
                .hasMessageContaining("postgres-password")
                .hasMessageContaining("put it back");

        Files.writeString(password, secret);
        EmbeddedDatabase.start(folder, BINARIES).close();
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertFails(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable call, ErrorCode code) {
        return assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        TradeTrackerException.class,
                        failure -> assertThat(failure.code()).isEqualTo(code));
    }
}
