package io.tradetracker.samples.server.market;

import io.tradetracker.api.broker.MarketData;
import io.tradetracker.samples.server.board.FeedStatus;
import java.time.Instant;
import java.time.InstantSource;

/** The prices of one bot. Safe for use by several threads. */
public interface BotPrices extends AutoCloseable {
    /** {@return the prices} */
    MarketData feed();

    /** {@return their time} */
    InstantSource marketTime();

    /**
     * {@return where they are, for people}
     *
     * @param now market time
     */
    FeedStatus status(Instant now);

    /** Lets them come. */
    void begin();

    /**
     * Holds recorded prices where they are, or lets them go on.
     *
     * @throws io.tradetracker.api.error.TradeTrackerException BAD_REQUEST when prices come as they happen
     */
    void pause(boolean paused);

    /**
     * Changes how fast recorded prices come.
     *
     * @throws io.tradetracker.api.error.TradeTrackerException BAD_REQUEST when prices come as they happen
     */
    void speed(double times);

    /** {@return how many times faster than they happened} */
    double speed();

    /** Ends them. */
    @Override
    void close();
}
