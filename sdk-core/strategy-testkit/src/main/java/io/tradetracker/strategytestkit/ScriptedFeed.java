package io.tradetracker.strategytestkit;

import io.tradetracker.api.broker.MarketData;
import io.tradetracker.api.broker.MarketListener;
import io.tradetracker.api.broker.Subscription;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.Print;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.core.feed.PrintSource;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A feed that plays candles as prints when it is told to, in the thread that tells it. */
public final class ScriptedFeed implements MarketData, InstantSource {
    private final CandleSeries candles;
    private final List<MarketListener> listeners = new CopyOnWriteArrayList<>();
    private volatile long marketMillis;

    /** Makes a feed that stands just before the first candle. */
    public ScriptedFeed(CandleSeries candles) {
        this.candles = candles;
        marketMillis = candles.timeMillis(0) - 1;
    }

    /**
     * Plays candles from their first print to their end.
     *
     * @param from first candle
     * @param to after the last candle
     */
    public void play(int from, int to) {
        try (Stream<Print> prints = PrintSource.of(candles.slice(from, to)).open()) {
            prints.forEach(this::tell);
        }
        tellTime(candles.timeMillis(to - 1) + candles.timeframe().millis() - 1);
    }

    /** Lets the last candle close. */
    public void finish() {
        tellTime(candles.timeMillis(candles.size() - 1) + candles.timeframe().millis());
    }

    /** Moves to just before a candle without playing. */
    public void moveTo(int candle) {
        marketMillis = candles.timeMillis(candle) - 1;
    }

    private void tell(Print print) {
        marketMillis = print.time().toEpochMilli();
        listeners.forEach(listener -> listener.onPrint(print));
    }

    private void tellTime(long time) {
        marketMillis = time;
        listeners.forEach(listener -> listener.onTime(Instant.ofEpochMilli(time)));
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(marketMillis);
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
            if (within && candles.timeMillis(i) + timeframe.millis() <= marketMillis + 1) {
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
