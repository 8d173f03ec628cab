package io.tradetracker.api.broker;

import io.tradetracker.api.order.BrokerOrderId;
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
    record Accepted(BrokerOrderId reference) implements SubmitOutcome {}

    /**
     * The broker said no; nothing was done, and it is safe to ask anew.
     *
     * @param code the broker's word for why
     * @param message a sentence for people
     */
    record Refused(String code, String message) implements SubmitOutcome {}

    /**
     * The answer was lost or made no sense. The request may have been done: it must be reconciled and never sent again.
     *
     * @param reason what happened to the answer
     * @param reference the broker's name for the request, null when it was lost too
     */
    record Unknown(String reason, @Nullable BrokerOrderId reference) implements SubmitOutcome {}
}
