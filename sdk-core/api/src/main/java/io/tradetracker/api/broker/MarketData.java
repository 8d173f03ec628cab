package io.tradetracker.api.broker;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.Timeframe;
import java.time.Instant;
import java.util.List;

/** Prices of a venue, past and present. Calls block and may be made from any thread. */
public interface MarketData extends AutoCloseable {
    /** {@return what can be traded} */
    List<Instrument> instruments();

    /**
     * {@return closed candles whose open time is within the range}
     *
     * @param instrument of what
     * @param timeframe how long each
     * @param from first open time, inclusive
     * @param to last open time, exclusive
     */
    CandleSeries history(InstrumentId instrument, Timeframe timeframe, Instant from, Instant to);

    /**
     * Listens to prices as they come, in order, on one thread at a time. The listener must not block for long.
     *
     * @return ends the listening when closed
     */
    Subscription subscribe(InstrumentId instrument, MarketListener listener);

    /** Ends the connection. */
    @Override
    void close();
}
