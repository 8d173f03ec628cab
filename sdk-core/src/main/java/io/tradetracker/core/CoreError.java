package io.tradetracker.core;

import io.tradetracker.api.error.ErrorCode;
import io.tradetracker.api.error.ErrorType;

/** Failures of the engine, of runs and of bots. */
public enum CoreError implements ErrorCode {
    /** A run is configured with something that cannot work. */
    BAD_CONFIGURATION(1101, ErrorType.USER_ERROR),
    /** The caller stopped a run before its end. */
    CANCELLED(1102, ErrorType.USER_ERROR),
    /** Candles arrived out of order. */
    OUT_OF_ORDER(1103, ErrorType.INTERNAL),
    /** A replay decided otherwise than the record says. */
    REPLAY_DIFFERS(1104, ErrorType.INTERNAL),
    /** A bot's record cannot be read or written. */
    JOURNAL_FAILED(1105, ErrorType.EXTERNAL),
    /** A bot's record was written by somebody else meanwhile. */
    ANOTHER_WRITER(1106, ErrorType.INTERNAL),
    /** An account is not traded now; the message says why. */
    NOT_TRADING(1107, ErrorType.EXTERNAL),
    /** Something was wanted of an account that cannot be: an unknown position, a name given twice. */
    BAD_ORDER(1108, ErrorType.USER_ERROR);

    private final int number;
    private final ErrorType type;

    CoreError(int number, ErrorType type) {
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
