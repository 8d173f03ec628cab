package io.tradetracker.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.tradetracker.api.error.TradeTrackerException;
import java.time.Duration;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;

/**
 * A pool of connections to one PostgreSQL database. Safe for use by several threads; calls block, so make them on
 * virtual threads. Closing it closes every connection.
 */
public final class Database implements AutoCloseable {
    private static final Duration CONNECTION_WAIT = Duration.ofSeconds(10);
    private static final Duration PROBE_WAIT = Duration.ofSeconds(2);
    private static final Duration IDLE_TRANSACTION = Duration.ofSeconds(10);

    private final DatabaseConfig config;
    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private Database(DatabaseConfig config, HikariDataSource pool) {
        this.config = config;
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
        // Statement texts in messages would carry the bound values with them.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
    }

    /**
     * Connects.
     *
     * @param config where and as whom
     * @return a pool that has reached the server at least once
     * @throws TradeTrackerException UNREACHABLE or LOGIN_REFUSED; the message names the address, never the password
     */
    public static Database open(DatabaseConfig config) {
        try {
            return new Database(config, new HikariDataSource(settings(config)));
        } catch (PoolInitializationException failed) {
            throw Failures.ofConnecting(config, failed);
        }
    }

    /**
     * Brings the tables of one module up to date. Each module has a history table of its own, so modules can be added
     * to a database at any time and in any order. Several processes may call it at once; one of them does the work.
     *
     * @param module lower-case letters and underscores, at most 40
     * @param location folder of its scripts on the class path, such as {@code db/migration/core}
     * @throws TradeTrackerException MIGRATION_FAILED, naming the script
     */
    public void migrate(String module, String location) {
        Migrations.run(config, pool, module, location);
    }

    /**
     * Runs work in one transaction: committed when it returns, rolled back when it throws.
     *
     * <p>When the connection is lost during the commit the outcome is unknown: work that must not happen twice needs a
     * unique key.
     *
     * <p>The server ends a transaction that asks nothing of it for ten seconds: a process that is frozen in the middle
     * of its work keeps its locks no longer than that, and learns of it by the error when it goes on.
     *
     * @param work gets a handle that is only valid until it returns
     * @return what the work returned
     * @throws X what the work threw
     * @throws TradeTrackerException UNREACHABLE or STATEMENT_FAILED
     */
    public <T, X extends Exception> T inTransaction(HandleCallback<T, X> work) throws X {
        try {
            return jdbi.inTransaction(work);
        } catch (JdbiException failed) {
            throw Failures.ofStatement(config, failed);
        }
    }

    /**
     * Runs work outside a transaction: each of its statements commits by itself, so work of one statement is one round
     * trip to the server.
     *
     * <p>When the connection is lost during a statement the outcome is unknown.
     *
     * @param work gets a handle that is only valid until it returns
     * @return what the work returned
     * @throws X what the work threw
     * @throws TradeTrackerException UNREACHABLE or STATEMENT_FAILED
     */
    public <T, X extends Exception> T committingEach(HandleCallback<T, X> work) throws X {
        try {
            return jdbi.withHandle(work);
        } catch (JdbiException failed) {
            throw Failures.ofStatement(config, failed);
        }
    }

    /** {@return whether the server answers a question within two seconds} */
    public boolean answers() {
        try (var connection = pool.getConnection()) {
            return connection.isValid((int) PROBE_WAIT.toSeconds());
        } catch (java.sql.SQLException failed) {
            return false;
        }
    }

    @Override
    public void close() {
        pool.close();
    }

    /** {@return the address and the user; never the password} */
    @Override
    public String toString() {
        return "Database[" + config + "]";
    }

    private static HikariConfig settings(DatabaseConfig config) {
        HikariConfig settings = new HikariConfig();
        settings.setPoolName("trade-tracker");
        settings.setJdbcUrl(config.jdbcUrl());
        settings.setUsername(config.user());
        settings.setPassword(config.password());
        settings.setMaximumPoolSize(config.poolSize());
        settings.setConnectionTimeout(CONNECTION_WAIT.toMillis());
        // A statement, since not every pooler between passes a start-up option on.
        settings.setConnectionInitSql("set idle_in_transaction_session_timeout = " + IDLE_TRANSACTION.toMillis());
        settings.addDataSourceProperty("connectTimeout", Long.toString(CONNECTION_WAIT.toSeconds()));
        settings.addDataSourceProperty("ApplicationName", "trade-tracker");
        // The detail of a server message quotes the row's values.
        settings.addDataSourceProperty("logServerErrorDetail", "false");
        return settings;
    }
}
