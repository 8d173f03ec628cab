package io.tradetracker.core.gateway;

/** Where an intent stands. A later version may know more. */
public enum IntentStatus {
    /** On record, waits for another one to be settled; not asked for yet. */
    QUEUED,
    /** On record; it is being asked for, or the process ended and nobody knows whether it was. */
    INTENDED,
    /** The broker took it and has not said yet what became of it. */
    ACCEPTED,
    /** The answer was lost: what became of it is being found out. */
    UNKNOWN,
    /** What became of it cannot be told from the broker's record: a person must decide. */
    WITH_PERSON,
    /** Done. */
    EXECUTED,
    /** Not done, and it will not be. */
    NOT_EXECUTED,
    /** Not asked for: a rule or the state of the gateway was against it. */
    DECLINED;

    /** {@return whether nothing more will change} */
    public boolean isFinal() {
        return this == EXECUTED || this == NOT_EXECUTED || this == DECLINED;
    }

    /** {@return whether the broker may have done it, and nobody knows yet} */
    boolean isOpen() {
        return this == INTENDED || this == ACCEPTED || this == UNKNOWN;
    }
}
