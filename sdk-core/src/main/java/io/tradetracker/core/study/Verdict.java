package io.tradetracker.core.study;

/** What a study says about a pattern. */
public enum Verdict {
    /** The target was reached more often than chance explains, with all patterns tried taken into account. */
    EDGE,

    /** What was seen is explained by chance. */
    NO_EDGE,

    /** Too few trials to say anything. */
    TOO_FEW
}
