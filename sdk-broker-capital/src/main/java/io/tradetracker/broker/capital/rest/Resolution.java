package io.tradetracker.broker.capital.rest;

import java.time.Duration;

/** How long candles are, in the service's words. */
public enum Resolution {
    /** One minute. */
    MINUTE(1),
    /** Five minutes. */
    MINUTE_5(5),
    /** Fifteen minutes. */
    MINUTE_15(15),
    /** Thirty minutes. */
    MINUTE_30(30),
    /** One hour. */
    HOUR(60),
    /** Four hours. */
    HOUR_4(240),
    /** One day. */
    DAY(1440),
    /** One week. */
    WEEK(10_080);

    private final Duration length;

    Resolution(long minutes) {
        length = Duration.ofMinutes(minutes);
    }

    /** {@return how long a candle is} */
    public Duration length() {
        return length;
    }
}
