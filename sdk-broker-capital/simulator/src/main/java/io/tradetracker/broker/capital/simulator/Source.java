package io.tradetracker.broker.capital.simulator;

/** Who caused a row of the activity. */
public enum Source {
    /** A request. */
    USER,
    /** The venue. */
    SYSTEM,
    /** A stop level. */
    SL,
    /** A profit level. */
    TP,
    /** Too little margin. */
    CLOSE_OUT
}
