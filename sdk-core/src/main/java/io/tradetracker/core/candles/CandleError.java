package io.tradetracker.core.candles;

import io.tradetracker.api.error.ErrorCode;
import io.tradetracker.api.error.ErrorType;

/** What can be wrong with kept candles. */
public enum CandleError implements ErrorCode {
    /** Candles were asked for of a time that nobody asked a market for. */
    NOT_COVERED(1130, ErrorType.USER_ERROR),
    /** What is to be written contradicts what is known. */
    DIFFERENT_CANDLE(1131, ErrorType.USER_ERROR),
    /** What is to be written does not fit its key or range. */
    WRONG_CANDLES(1132, ErrorType.USER_ERROR),
    /** What was kept was changed by somebody else; the message says where and how to mend it. */
    STORE_DAMAGED(1133, ErrorType.EXTERNAL),
    /** The disk or database refused. */
    STORE_FAILED(1134, ErrorType.EXTERNAL),
    /** A market answered with candles that were not asked for. */
    WRONG_ANSWER(1135, ErrorType.EXTERNAL);

    private final int number;
    private final ErrorType type;

    CandleError(int number, ErrorType type) {
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
