package io.tradetracker.broker.capital.simulator;

import org.jspecify.annotations.Nullable;

/** What goes over the wire in answer to a request. */
sealed interface Wire {
    /**
     * An answer.
     *
     * @param status of HTTP
     * @param contentType of the text
     * @param text body
     * @param tokens sent as headers, or null for none
     */
    record Text(int status, String contentType, String text, Session.@Nullable Tokens tokens) implements Wire {}

    /** The connection ends without an answer. */
    record Cut() implements Wire {}
}
