package io.tradetracker.api.broker;

import org.jspecify.annotations.Nullable;

/**
 * What is known after a request to a broker. There is no fourth: anything that is not a clear yes or no is
 * {@link Unknown}.
 */
public sealed interface SubmitOutcome {
    /**
     * The broker took the request. It may still refuse the deal: see {@link Broker#confirm}.
     *
     * @param reference the broker's name for the request
     */
    record Accepted(BrokerReference reference) implements SubmitOutcome {}

    /**
     * The broker said no, or nothing was sent; nothing was done, and it is safe to ask anew.
     *
     * @param code the broker's word for why, or one of the constants
     * @param message a sentence for people
     */
    record Refused(String code, String message) implements SubmitOutcome {
        /** The permit had ended, so nothing was sent. */
        public static final String NOT_PERMITTED = "NOT_PERMITTED";

        /** It needs a {@link BrokerCapability} that the broker does not have, so nothing was sent. */
        public static final String UNSUPPORTED = "UNSUPPORTED";

        /** The order or position is not there, or not any more. */
        public static final String NOT_FOUND = "NOT_FOUND";
    }

    /**
     * The answer was lost or made no sense. The request may have been done: it must be reconciled and never sent again.
     *
     * @param reason what happened to the answer
     * @param reference the broker's name for the request, null when it was lost too
     */
    record Unknown(String reason, @Nullable BrokerReference reference) implements SubmitOutcome {}
}
