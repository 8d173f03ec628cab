package io.tradetracker.charts;

import io.tradetracker.api.error.ErrorCode;
import io.tradetracker.api.error.ErrorType;

/** Failures of charts. */
public enum ChartError implements ErrorCode {
    /** A chart cannot be made of what was given. */
    BAD_CHART(3001, ErrorType.USER_ERROR),
    /** The machine has no fonts. */
    NO_FONTS(3002, ErrorType.EXTERNAL),
    /** A library that a format needs is not on the class path. */
    NO_LIBRARY(3003, ErrorType.USER_ERROR),
    /** A picture could not be written. */
    NOT_WRITTEN(3004, ErrorType.INTERNAL),
    /** As many charts as allowed are drawn at the moment, and none was done in time. */
    BUSY(3005, ErrorType.EXTERNAL);

    private final int number;
    private final ErrorType type;

    ChartError(int number, ErrorType type) {
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
