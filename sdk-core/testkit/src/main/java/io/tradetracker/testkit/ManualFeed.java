package io.tradetracker.testkit;

import io.tradetracker.api.broker.MarketData;
import io.tradetracker.api.broker.MarketListener;
import io.tradetracker.api.broker.Subscription;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.Print;
import io.tradetracker.api.market.Timeframe;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * A feed that tells what a test tells it, in the test's own thread; as a clock it shows the market time. Its history is
 * that part of its candles that has closed by market time.
 */
public final class ManualFeed implements MarketData, InstantSource {
    private final CandleSeries candles;
    private final List<MarketListener> listeners = new CopyOnWriteArrayList<>();
    private volatile Instant marketTime;

    /**
     * Makes a feed.
     *
     * @param candles what its history is taken from, past and future
     * @param marketTime where it stands
     */
    public ManualFeed(CandleSeries candles, Instant marketTime) {
        this.candles = candles;
        this.marketTime = marketTime;
    }

    /** Prints, and moves market time to that moment. */
    public void print(Instant time, double price, double size) {
        Print print = new Print(candles.instrument().id(), time, price, size);
        tell(time, listener -> listener.onPrint(print));
    }

    /** Lets time pass. */
    public void passTo(Instant time) {
        tell(time, listener -> listener.onTime(time));
    }

    /** Moves market time without telling anybody, forward or back. */
    public void moveTo(Instant time) {
        marketTime = time;
    }

    /** {@return how many listen} */
    public int listeners() {
        return listeners.size();
    }

    private void tell(Instant time, Consumer<MarketListener> what) {
        marketTime = time;
        listeners.forEach(what);
    }

    @Override
    public Instant instant() {
        return marketTime;
    }

    @Override
    public List<Instrument> instruments() {
        return List.of(candles.instrument());
    }

    @Override
    public CandleSeries history(InstrumentId instrument, Timeframe timeframe, Instant from, Instant to) {
        CandleSeries.Builder closed = CandleSeries.builder(candles.instrument(), timeframe);
        for (int i = 0; i < candles.size(); i++) {
            boolean within = !candles.time(i).isBefore(from) && candles.time(i).isBefore(to);
            if (within && candles.timeMillis(i) + timeframe.millis() <= marketTime.toEpochMilli() + 1) {
                closed.add(candles.candle(i));
            }
        }
        return closed.build();
    }

    @Override
    public Subscription subscribe(InstrumentId instrument, MarketListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void close() {
        listeners.clear();
    }
}
