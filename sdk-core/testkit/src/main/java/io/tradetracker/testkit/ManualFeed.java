package io.tradetracker.testkit;

import io.tradetracker.api.broker.MarketData;
import io.tradetracker.api.broker.MarketListener;
import io.tradetracker.api.broker.Subscription;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.PriceSide;
import io.tradetracker.api.market.Print;
import io.tradetracker.api.market.Quote;
import io.tradetracker.api.market.Timeframe;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A feed that tells what a test tells it, in the test's own thread; as a clock it shows the market time. Its history is
 * that part of its candles that has closed by market time.
 */
public final class ManualFeed implements MarketData, InstantSource {
    private final List<CandleSeries> candles;
    private final List<Listening> listeners = new CopyOnWriteArrayList<>();
    private volatile Instant marketTime;
    private volatile List<PriceSide> sides = List.of(PriceSide.LAST);

    /**
     * Makes a feed.
     *
     * @param candles what its history is taken from, past and future
     * @param marketTime where it stands
     */
    public ManualFeed(CandleSeries candles, Instant marketTime) {
        this(List.of(candles), marketTime);
    }

    /**
     * Makes a feed of several instruments.
     *
     * @param candles what its history is taken from, past and future, for each instrument
     * @param marketTime where it stands
     */
    public ManualFeed(List<CandleSeries> candles, Instant marketTime) {
        this.candles = List.copyOf(candles);
        this.marketTime = marketTime;
    }

    /** Prints of the first instrument, and moves market time to that moment. */
    public void print(Instant time, double price, double size) {
        print(new Print(candles.getFirst().instrument().id(), time, price, size));
    }

    /** Prints, and moves market time to that moment unless it is there already. */
    public void print(Print print) {
        marketTime = print.time().isAfter(marketTime) ? print.time() : marketTime;
        listeners.stream()
                .filter(each -> each.instrument().equals(print.instrument()))
                .forEach(each -> each.listener().onPrint(print));
    }

    /** Becomes a venue that only quotes, whose history is half way between bid and ask. */
    public ManualFeed quotesOnly() {
        sides = List.of(PriceSide.MID);
        return this;
    }

    /** Quotes, and moves market time to that moment unless it is there already. */
    public void quote(Quote quote) {
        marketTime = quote.time().isAfter(marketTime) ? quote.time() : marketTime;
        listeners.stream()
                .filter(each -> each.instrument().equals(quote.instrument()))
                .forEach(each -> each.listener().onQuote(quote));
    }

    /** Says that prices of an instrument from before market time may be missing. */
    public void gap(InstrumentId instrument) {
        Instant now = marketTime;
        listeners.stream()
                .filter(each -> each.instrument().equals(instrument))
                .forEach(each -> each.listener().onGap(now));
    }

    /** Lets time pass. */
    public void passTo(Instant time) {
        marketTime = time;
        listeners.forEach(each -> each.listener().onTime(time));
    }

    /** Moves market time without telling anybody, forward or back. */
    public void moveTo(Instant time) {
        marketTime = time;
    }

    /** {@return how many listen} */
    public int listeners() {
        return listeners.size();
    }

    @Override
    public Instant instant() {
        return marketTime;
    }

    @Override
    public List<Instrument> instruments() {
        return candles.stream().map(CandleSeries::instrument).toList();
    }

    @Override
    public List<PriceSide> sides() {
        return sides;
    }

    @Override
    public CandleSeries history(InstrumentId instrument, Timeframe timeframe, Instant from, Instant to) {
        CandleSeries all = of(instrument);
        CandleSeries.Builder closed = CandleSeries.builder(all.instrument(), timeframe);
        for (int i = 0; i < all.size(); i++) {
            boolean within = !all.time(i).isBefore(from) && all.time(i).isBefore(to);
            if (within && all.timeMillis(i) + timeframe.millis() <= marketTime.toEpochMilli() + 1) {
                closed.add(all.candle(i));
            }
        }
        return closed.build();
    }

    private CandleSeries of(InstrumentId instrument) {
        return candles.stream()
                .filter(series -> series.instrument().id().equals(instrument))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("this feed has no " + instrument));
    }

    @Override
    public Subscription subscribe(InstrumentId instrument, MarketListener listener) {
        Listening listening = new Listening(instrument, listener);
        listeners.add(listening);
        return () -> listeners.remove(listening);
    }

    @Override
    public void close() {
        listeners.clear();
    }

    private record Listening(InstrumentId instrument, MarketListener listener) {}
}
