package io.tradetracker.api.error;

/**
 * A stable name and number for one kind of failure.
 *
 * <p>Each module has an enum of its own: api 1000, core 1100, plugin host 1200, database 1300, broker 2000, charts
 * 3000, AI 4000, billing 5000, plugins from 10000.
 */
public interface ErrorCode {
    /** {@return the stable name, in upper case} */
    String name();

    /** {@return the stable number} */
    int number();

    /** {@return whose fault it is} */
    ErrorType type();
}
