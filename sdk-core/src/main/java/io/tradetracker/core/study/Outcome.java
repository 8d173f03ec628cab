package io.tradetracker.core.study;

/** What a trial came to. */
enum Outcome {
    REACHED,
    INVALIDATED,
    TIMED_OUT
}
