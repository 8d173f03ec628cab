package io.tradetracker.database;

import io.tradetracker.api.error.RetryAdvice;
import io.tradetracker.api.error.TradeTrackerException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns what drivers throw into the SDK's failures, by SQLSTATE class. */
final class Failures {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Set<String> LOST = Set.of("08", "57");
    private static final String STOOD_STILL = "25P03";
    private static final Set<String> REFUSED = Set.of("28", "3D");

    private Failures() {}

    static TradeTrackerException ofConnecting(DatabaseConfig config, Exception failed) {
        String state = stateOf(failed);
        if (REFUSED.contains(classOf(state))) {
            return new TradeTrackerException(
                    DatabaseError.LOGIN_REFUSED,
                    "database " + config.address() + " refused user " + config.user() + " (" + state
                            + "): check user, password and database name",
                    failed);
        }
        return unreachable(config, failed);
    }

    static TradeTrackerException ofStatement(DatabaseConfig config, Exception failed) {
        String state = stateOf(failed);
        if (LOST.contains(classOf(state)) || hasCause(failed, SQLTransientConnectionException.class)) {
            return unreachable(config, failed);
        }
        if (state.equals(STOOD_STILL)) {
            return new TradeTrackerException(
                    DatabaseError.STATEMENT_FAILED,
                    "database " + config.address() + " ended a transaction that stood still for too long, and kept"
                            + " nothing of it: do its work again",
                    RetryAdvice.after(PAUSE),
                    failed);
        }
        return new TradeTrackerException(
                DatabaseError.STATEMENT_FAILED,
                "database " + config.address() + " refused a statement (" + state + "): " + serverMessage(failed),
                failed);
    }

    private static TradeTrackerException unreachable(DatabaseConfig config, Exception failed) {
        return new TradeTrackerException(
                DatabaseError.UNREACHABLE,
                "database " + config.address() + " does not answer: start it, or correct the database URL",
                RetryAdvice.after(PAUSE),
                failed);
    }

    private static String stateOf(Throwable failed) {
        SQLException sql = sqlCause(failed);
        return sql == null || sql.getSQLState() == null ? "no state" : sql.getSQLState();
    }

    private static String serverMessage(Throwable failed) {
        SQLException sql = sqlCause(failed);
        return String.valueOf((sql == null ? failed : sql).getMessage());
    }

    private static String classOf(String state) {
        return state.substring(0, 2);
    }

    /** The innermost one: a pool wraps the driver's exception in one without a state. */
    private static @Nullable SQLException sqlCause(Throwable failed) {
        SQLException found = null;
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            found = cause instanceof SQLException sql ? sql : found;
        }
        return found;
    }

    private static boolean hasCause(Throwable failed, Class<? extends Throwable> type) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
