package io.tradetracker.core.account;

/** Hears what changes on an account, in order, on one thread at a time. */
@FunctionalInterface
public interface AccountListener {
    /** Something changed. */
    void onEvent(AccountEvent event);

    /** The account could not be read, or this listener failed; the next look comes all the same. */
    default void onFailed(RuntimeException failure) {}
}
