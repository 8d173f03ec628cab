package io.tradetracker.api.error;

/** Whose fault a failure is; a dashboard can count by it. */
public enum ErrorType {
    /** The caller gave something that cannot work; the message says how to mend it. */
    USER_ERROR,
    /** A system outside this process failed: broker, payment provider, model, disk, database. */
    EXTERNAL,
    /** Something is used up: margin, credits, a rate budget. */
    INSUFFICIENT,
    /** A defect in this software. */
    INTERNAL
}
