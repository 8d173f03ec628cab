package io.tradetracker.broker.capital.stream;

import java.time.Duration;

/**
 * When a stream is asked, doubted and made anew. Immutable.
 *
 * @param pingEvery the pause between two pings
 * @param answerWithin how long an answer may take before the socket counts as dead
 * @param quietAfter how long an instrument may be silent before its price is looked up
 * @param firstPause before the first new attempt; longer each time
 * @param longestPause before a new attempt
 */
public record StreamTerms(
        Duration pingEvery, Duration answerWithin, Duration quietAfter, Duration firstPause, Duration longestPause) {
    /** For a service that cuts sockets after a minute of silence. */
    public static final StreamTerms DEFAULT = new StreamTerms(
            Duration.ofSeconds(25),
            Duration.ofSeconds(15),
            Duration.ofMinutes(1),
            Duration.ofMillis(500),
            Duration.ofSeconds(30));
}
