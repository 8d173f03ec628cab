package io.tradetracker.api.broker;

/** A running subscription. */
public interface Subscription extends AutoCloseable {
    /** Ends it; no call arrives after this returns. Calling it again does nothing. */
    @Override
    void close();
}
