package io.tradetracker.api.error;

/** Failures that the vocabulary itself can report. */
public enum ApiError implements ErrorCode {
    /** A parameter is unknown, of the wrong type, or outside its range. */
    BAD_PARAMETER(1001),
    /** No strategy has the id that was asked for. */
    UNKNOWN_STRATEGY(1002),
    /** A strategy answered with something that cannot be done, such as an order of NaN units. */
    BAD_DECISION(1003),
    /** A strategy threw. */
    STRATEGY_FAILED(1004);

    private final int number;

    ApiError(int number) {
        this.number = number;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public ErrorType type() {
        return ErrorType.USER_ERROR;
    }
}
