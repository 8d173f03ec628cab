package io.tradetracker.core.data;

import io.tradetracker.api.error.ErrorCode;
import io.tradetracker.api.error.ErrorType;

/** What can be wrong with a file of market data, or with one line of it. */
public enum DataError implements ErrorCode {
    /** There is no such file. */
    FILE_MISSING(1110),
    /** It is a folder. */
    NOT_A_FILE(1111),
    /** The disk or the operating system refused, or a gzip file is damaged. */
    UNREADABLE(1112),
    /** There is no row below the header, or no header. */
    EMPTY_FILE(1113),
    /** The first line does not name the columns that are needed. */
    WRONG_HEADER(1114),
    /** It is no UTF-8 text. */
    NOT_TEXT(1115),
    /** A field has no end in sight, or its quotation marks do not match. */
    BROKEN_LINE(1116),
    /** A field is absent or empty. */
    MISSING_FIELD(1117),
    /** A line has more fields than the header. */
    EXTRA_FIELD(1118),
    /** A number cannot be read. */
    MALFORMED_NUMBER(1119),
    /** A number is NaN, infinite or too large. */
    NOT_FINITE(1120),
    /** A volume or size is negative. */
    NEGATIVE_VOLUME(1121),
    /** A time cannot be read or has no zone. */
    MALFORMED_TIME(1122),
    /** A time is of another kind than those above it. */
    MIXED_TIME(1123),
    /** A time is before the line above. */
    UNSORTED(1124),
    /** A candle has the time of the one above. */
    DUPLICATE_TIME(1125),
    /** A time is not the open time of a candle of the timeframe. */
    MISALIGNED_TIME(1126),
    /** High and low do not enclose open and close. */
    BROKEN_RANGE(1127),
    /** A file cannot be written. */
    NOT_WRITABLE(1128);

    private final int number;

    DataError(int number) {
        this.number = number;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public ErrorType type() {
        return this == UNREADABLE || this == NOT_WRITABLE ? ErrorType.EXTERNAL : ErrorType.USER_ERROR;
    }
}
