package io.tradetracker.api.broker;

/**
 * Says whether a request may still leave. A broker asks right before it writes to the network, after all waiting: a
 * permit can end meanwhile, such as with the lease of an account.
 */
@FunctionalInterface
public interface SendPermit {
    /** For callers who are alone on their account. */
    SendPermit ALWAYS = () -> true;

    /** {@return whether the request may leave now} */
    boolean isGiven();
}
