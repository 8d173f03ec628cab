package io.tradetracker.core.gateway;

/** What the account and the broker's record say of an open intent. */
sealed interface Verdict {
    /** Nothing for good yet. */
    record Wait() implements Verdict {}

    /** It is known what became of it. */
    record Settle(Settlement settlement) implements Verdict {}

    /** The broker's record cannot tell. */
    record HandOver(String reason) implements Verdict {}

    Verdict WAIT = new Wait();
}
