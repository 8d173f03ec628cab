package io.tradetracker.core.study;

/** When a trial begins. */
public enum EntryRule {
    /** With the close of the candle that made the pattern known. What may break either way is not tried. */
    WHEN_KNOWN,

    /** With the first close beyond its confirmation, unless a close beyond its invalidation came first. */
    WHEN_CONFIRMED
}
