package io.tradetracker.api.broker;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.PriceSide;
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
     * {@return which prices there are candles of; the first is that of {@link #history(InstrumentId, Timeframe,
     * Instant, Instant)}} It does not change. A venue that prints trades has {@link PriceSide#LAST} first; one that
     * only quotes has {@link PriceSide#MID} first, and sends no {@link MarketListener#onPrint}.
     */
    default List<PriceSide> sides() {
        return List.of(PriceSide.LAST);
    }

    /**
     * {@return closed candles of one price whose open time is within the range}
     *
     * @param instrument of what
     * @param timeframe how long each
     * @param side one of {@link #sides()}
     * @param from first open time, inclusive
     * @param to last open time, exclusive
     * @throws IllegalArgumentException when there are no candles of that side
     */
    default CandleSeries history(
            InstrumentId instrument, Timeframe timeframe, PriceSide side, Instant from, Instant to) {
        if (!side.equals(sides().getFirst())) {
            throw new IllegalArgumentException("there are candles of " + sides() + " only, not of " + side);
        }
        return history(instrument, timeframe, from, to);
    }

    /**
     * Listens to prices as they come, in order, on one thread at a time. The listener must not block for long.
     *
     * @return ends the listening when closed
     */
    Subscription subscribe(InstrumentId instrument, MarketListener listener);

    /**
     * Listens to closed candles: those of the history first, then each one as it closes. They come oldest first, each
     * once, and none is left out: what a stream loses comes from the history.
     *
     * @param side one of {@link #sides()}
     * @param from open time of the first candle, inclusive
     * @param listener called by one thread at a time
     * @return ends the listening when closed
     * @throws IllegalArgumentException when there are no candles of that timeframe or side
     * @throws UnsupportedOperationException when this venue does not send candles
     */
    default Subscription candles(
            InstrumentId instrument, Timeframe timeframe, PriceSide side, Instant from, CandleListener listener) {
        throw new UnsupportedOperationException("this venue does not send candles: build them from its prices");
    }

    /** Ends the connection. */
    @Override
    void close();
}
