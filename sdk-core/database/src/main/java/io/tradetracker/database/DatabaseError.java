package io.tradetracker.database;

import io.tradetracker.api.error.ErrorCode;
import io.tradetracker.api.error.ErrorType;

/** Failures between this process and its database. */
public enum DatabaseError implements ErrorCode {
    /** The configuration cannot work, whatever the server is. */
    BAD_CONFIGURATION(1300, ErrorType.USER_ERROR),
    /** Nothing answers at the address, or the connection was lost. */
    UNREACHABLE(1301, ErrorType.EXTERNAL),
    /** The server answers but refuses this user, password or database. */
    LOGIN_REFUSED(1302, ErrorType.USER_ERROR),
    /** A migration script is missing, was changed after it ran, or failed. */
    MIGRATION_FAILED(1303, ErrorType.INTERNAL),
    /** The server refused a statement. */
    STATEMENT_FAILED(1304, ErrorType.INTERNAL),
    /** A value cannot be written as JSON, or a stored JSON value is not what the code reads. */
    BAD_JSON(1305, ErrorType.INTERNAL);

    private final int number;
    private final ErrorType type;

    DatabaseError(int number, ErrorType type) {
        this.number = number;
        this.type = type;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public ErrorType type() {
        return type;
    }
}
