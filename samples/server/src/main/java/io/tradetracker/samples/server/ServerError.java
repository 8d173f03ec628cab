package io.tradetracker.samples.server;

import io.tradetracker.api.error.ErrorCode;
import io.tradetracker.api.error.ErrorType;

/** Failures of the sample server itself. */
public enum ServerError implements ErrorCode {
    /** The data folder cannot be used: not a folder, not writable, or of another PostgreSQL version. */
    FOLDER_UNUSABLE(9000, ErrorType.USER_ERROR),
    /** Another process uses the data folder. */
    FOLDER_IN_USE(9001, ErrorType.USER_ERROR),
    /** The embedded PostgreSQL did not start. */
    DATABASE_NOT_STARTED(9002, ErrorType.EXTERNAL),
    /** The port cannot be opened, mostly because another process listens on it. */
    PORT_IN_USE(9003, ErrorType.USER_ERROR),
    /** No bot has the id that was asked for. */
    UNKNOWN_BOT(9004, ErrorType.USER_ERROR),
    /** A request lacks something or comes from another site. */
    REQUEST_REFUSED(9005, ErrorType.USER_ERROR),
    /** The server still starts, or already stops. */
    NOT_READY(9006, ErrorType.EXTERNAL),
    /** A request has a value that cannot be used. */
    BAD_REQUEST(9007, ErrorType.USER_ERROR),
    /** The address to listen on does not exist, or belongs to another machine. */
    HOST_UNUSABLE(9008, ErrorType.USER_ERROR),
    /** A bot was told to start and is in error. */
    BOT_IN_ERROR(9009, ErrorType.EXTERNAL),
    /** No chart of the id that was asked for is kept. */
    UNKNOWN_CHART(9010, ErrorType.USER_ERROR);

    private final int number;
    private final ErrorType type;

    ServerError(int number, ErrorType type) {
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
