package io.tradetracker.postgres.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.tradetracker.core.lease.Lease;
import io.tradetracker.core.lease.LeaseTerms;
import io.tradetracker.core.lease.Leases;
import io.tradetracker.coretestkit.LeasesContract;
import io.tradetracker.database.Database;
import io.tradetracker.database.DatabaseConfig;
import io.tradetracker.database.testkit.TestPostgres;
import io.tradetracker.postgres.CoreSchema;
import io.tradetracker.postgres.TcpProxy;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PostgresLeasesTest extends LeasesContract {
    private static TestPostgres server;

    private Database database;

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
        database = Database.open(DatabaseConfig.of(server.newDatabase(), server.user(), ""));
        CoreSchema.migrate(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected Leases leases(LeaseTerms terms) {
        return new PostgresLeases(database, terms);
    }

    /** The clock of the database measures leases, so real time has to pass. */
    @Override
    protected void pass(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        while (System.nanoTime() - until < 0) {
            database.inTransaction(handle -> handle.execute("select pg_sleep(0.02)"));
        }
    }

    @Test
    void followsAHolderThatWasFrozenWhileItRenewed() throws Exception {
        LeaseTerms terms = new LeaseTerms(Duration.ofMillis(400), Duration.ofMillis(100));
        String url = server.newDatabase();
        int port = URI.create(url.substring("jdbc:".length())).getPort();
        try (TcpProxy proxy = new TcpProxy(port);
                Database near = Database.open(DatabaseConfig.of(url, server.user(), ""));
                Database far = Database.open(DatabaseConfig.of(
                        url.replace(":" + port + "/", ":" + proxy.port() + "/"), server.user(), ""))) {
            CoreSchema.migrate(near);
            PostgresLeases ofTheFrozen = new PostgresLeases(far, terms);
            Lease lease = ofTheFrozen.acquire(SUBJECT, "one").orElseThrow();
            proxy.freezeAfter("update lease set ends_at");
            Thread.ofVirtual().start(() -> ofTheFrozen.renew(lease));
            proxy.awaitFrozen();
            pass(terms.length().plus(terms.longestRequest()).multipliedBy(2));

            Optional<Lease> next = assertTimeoutPreemptively(
                    Duration.ofSeconds(5), () -> new PostgresLeases(near, terms).acquire(SUBJECT, "two"));

            assertThat(next).map(Lease::epoch).contains(2L);
            proxy.cut();
        }
    }

    @Test
    void freesWhatOthersHave() {
        PostgresLeases leases = new PostgresLeases(database, LeaseTerms.DEFAULT);
        Lease gone = leases.acquire(SUBJECT, "one").orElseThrow();

        leases.freeAll();

        assertThat(leases.renew(gone)).isEmpty();
        assertThat(leases.acquire(SUBJECT, "two").orElseThrow().epoch()).isEqualTo(2);
    }
}
