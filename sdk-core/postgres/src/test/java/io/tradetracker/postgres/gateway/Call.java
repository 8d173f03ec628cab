package io.tradetracker.postgres.gateway;

import io.tradetracker.api.broker.BrokerReference;
import io.tradetracker.api.order.OrderAction;
import java.time.Instant;

/** What a process asks of the one that has the venue. */
sealed interface Call {
    /** A request to the broker. */
    record Send(OrderAction action) implements Call {}

    /** What became of a request. */
    record Confirm(BrokerReference reference) implements Call {}

    /** Orders now. */
    record Orders() implements Call {}

    /** Positions now. */
    record Positions() implements Call {}

    /** The record from a moment on. */
    record Rows(Instant from) implements Call {}

    /** Balances now. */
    record Balances() implements Call {}

    /** What was to be set up is there; what follows is the thing itself. */
    record Armed() implements Call {}

    /** A process is where it is to be killed. It gets no answer. */
    record Reached(String step) implements Call {}

    /** A process came to its end. */
    record Done(Report report) implements Call {}
}
