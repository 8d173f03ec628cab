package io.tradetracker.testkit.broker;

/** What becomes of one request to a {@link FaultyBroker}. */
public enum SendFault {
    /** It is done and answered. */
    NONE,
    /** It never arrives, and no answer comes. */
    REQUEST_LOST,
    /** It is done, and no answer comes. */
    ANSWER_LOST,
    /** It is done, and of its answer only the reference comes. */
    ANSWER_CUT,
    /** It is done some time after its answer was given up. */
    LATE,
    /** It is accepted, and refused in its confirmation without having been done. */
    REFUSED_LATER;

    boolean isDone() {
        return this == ANSWER_LOST || this == ANSWER_CUT;
    }
}
