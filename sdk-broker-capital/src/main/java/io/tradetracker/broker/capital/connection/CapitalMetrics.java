package io.tradetracker.broker.capital.connection;

import java.time.Duration;

/** Receives measurements, on any thread; returns at once. Every method does nothing by default. */
public interface CapitalMetrics {
    /** Receives nothing. */
    CapitalMetrics NONE = new CapitalMetrics() {};

    /** A request waited that long for its turn. */
    default void waited(Purpose purpose, Duration time) {}

    /**
     * A request was answered, or got no answer.
     *
     * @param what method and path, without names and values
     * @param status of the answer; 0 when there was none
     * @param time from when it left
     */
    default void answered(String what, int status, Duration time) {}

    /** The service said that it was asked too much; nothing leaves for that long. */
    default void limited(Duration pause) {}

    /** A new session began. */
    default void loggedIn() {}

    /**
     * A stream ended and is made anew.
     *
     * @param reason in words
     */
    default void streamEnded(String reason) {}

    /** A listener is too slow: so many quotes were left out. */
    default void quotesLeftOut(int count) {}

    /** The service sent something that makes no sense; it was left out. */
    default void messageLeftOut(String reason) {}

    /**
     * A listener of yours failed; it hears what comes next all the same.
     *
     * @param about the instrument whose price, or {@code candles}
     * @param failure the name of the failure's class
     */
    default void listenerFailed(String about, String failure) {}

    /** Closed candles were read from the history, because the stream had lost them. */
    default void candlesFilled(int count) {}
}
