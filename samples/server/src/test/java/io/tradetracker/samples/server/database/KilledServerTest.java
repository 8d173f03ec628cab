package io.tradetracker.samples.server.database;

import static io.tradetracker.samples.server.database.EmbeddedDatabaseTest.BINARIES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradetracker.database.Database;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledServerTest {
    @TempDir
    Path folder;

    private Process child;
    private ProcessHandle postmaster;

    @BeforeEach
    void startChildThatCommitsOneRow() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        child = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), Child.class.getName(), folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = child.inputReader();
        assertThat(output.readLine()).isEqualTo("committed");
        postmaster = OrphanedPostmaster.find(folder.resolve("postgres")).orElseThrow();
    }

    @AfterEach
    void endWhatIsLeft() {
        child.destroyForcibly();
        postmaster.destroyForcibly();
    }

    @Test
    void leavesItsRowsToTheNextStart() throws Exception {
        child.destroyForcibly().waitFor();
        assertThat(postmaster.isAlive()).as("the orphan that kill -9 leaves").isTrue();

        try (EmbeddedDatabase next = EmbeddedDatabase.start(folder, BINARIES);
                Database database = Database.open(next.config())) {
            assertThat(postmaster.isAlive()).isFalse();
            assertThat(rows(database)).containsExactly("committed");
        }
    }

    @Test
    void leavesItsRowsWhenPostgresIsKilledToo() throws Exception {
        child.destroyForcibly().waitFor();
        postmaster.destroyForcibly();
        postmaster.onExit().get(30, TimeUnit.SECONDS);

        try (EmbeddedDatabase next = EmbeddedDatabase.start(folder, BINARIES);
                Database database = Database.open(next.config())) {
            assertThat(rows(database)).containsExactly("committed");
        }
    }

    @Test
    void keepsItsFolderAndItsPostgresWhileItLives() {
        assertThatThrownBy(() -> EmbeddedDatabase.start(folder, BINARIES))
                .hasMessageContaining("in use by process " + child.pid());
        assertThat(postmaster.isAlive()).isTrue();
    }

    @Test
    void isNotMistakenForAnotherProcessWithItsNumber() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.write(
                elsewhere.resolve("postmaster.pid"), List.of(Long.toString(postmaster.pid()), elsewhere.toString()));

        OrphanedPostmaster.stop(elsewhere);

        assertThat(postmaster.isAlive()).isTrue();
    }

    private static List<String> rows(Database database) {
        return database.inTransaction(handle ->
                handle.createQuery("select text from note").mapTo(String.class).list());
    }

    /** Starts the database, commits a row, says so, and stays until it is killed. */
    static final class Child {
        public static void main(String[] arguments) throws InterruptedException {
            EmbeddedDatabase postgres = EmbeddedDatabase.start(Path.of(arguments[0]), BINARIES);
            Database database = Database.open(postgres.config());
            database.inTransaction(handle -> handle.execute("create table note (text text)"));
            database.inTransaction(handle -> handle.execute("insert into note values ('committed')"));
            System.out.println("committed");
            Thread.currentThread().join();
        }
    }
}
