package io.tradetracker.testkit.broker;

/** What a broker may do wrong. */
public enum BrokerFault {
    /** A request never arrives, and no answer comes. */
    REQUEST_LOST,
    /** A request is done, and no answer comes. */
    ANSWER_LOST,
    /** A request is done some time after its answer was given up, but not later than the broker's longest. */
    DONE_LATE,
    /** A request is accepted, and refused in its confirmation without having been done. */
    REFUSED_LATER,
    /** A confirmation is asked for and not there yet. */
    CONFIRMATION_HIDDEN,
    /** A reading call throws. */
    READ_FAILS,
    /** A reading call shows what was there at the one before. */
    SHOWS_OLDER,
    /** A reading call leaves one thing out. */
    FORGETS_ONE,
    /** A row of the record is not shown before its time. */
    ROW_LATE,
    /** A row of the record is shown twice in one answer. */
    ROW_TWICE,
    /** A row of the record has no quantity and no price before its time. */
    ROW_BARE
}
