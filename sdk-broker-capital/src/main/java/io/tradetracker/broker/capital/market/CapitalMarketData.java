package io.tradetracker.broker.capital.market;

import io.tradetracker.api.broker.CandleListener;
import io.tradetracker.api.broker.MarketData;
import io.tradetracker.api.broker.MarketListener;
import io.tradetracker.api.broker.Subscription;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.PriceSide;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.broker.capital.connection.CapitalMetrics;
import io.tradetracker.broker.capital.connection.ElapsedTime;
import io.tradetracker.broker.capital.connection.Session;
import io.tradetracker.broker.capital.rest.CapitalApi;
import io.tradetracker.broker.capital.stream.CapitalStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Prices of Capital.com. It only quotes, so candles are of bid, ask or the middle, and no trade is printed. Candles
 * that come by stream have no volume; in the history it is the number of changes. Safe for use by several threads.
 */
public final class CapitalMarketData implements MarketData {
    private static final Duration LEAD = Duration.ofSeconds(1);

    private final CapitalApi api;
    private final Session session;
    private final Instruments instruments;
    private final CapitalStream stream;
    private final CandleWindows windows;
    private final ElapsedTime time;
    private final CapitalMetrics metrics;

    /** Makes one on a session and a stream, which stay with the caller. */
    public CapitalMarketData(
            CapitalApi api,
            Session session,
            Instruments instruments,
            CapitalStream stream,
            ElapsedTime time,
            CapitalMetrics metrics) {
        this.api = api;
        this.session = session;
        this.instruments = instruments;
        this.stream = stream;
        this.time = time;
        this.metrics = metrics;
        windows = new CandleWindows(api, session.clock());
    }

    /**
     * {@return market time, for bots} It is the service's, a second ahead, since its clock is only known as well as a
     * request can tell: no price that was told of is later.
     */
    public InstantSource marketTime() {
        return () -> session.clock().latest().plus(LEAD);
    }

    /** {@return all that the service trades} These are thousands, and take a hundred requests. */
    @Override
    public List<Instrument> instruments() {
        return instruments.all();
    }

    /**
     * {@return one instrument}
     *
     * @throws io.tradetracker.broker.capital.connection.CapitalException UNKNOWN_INSTRUMENT when there is none of that
     *     name
     */
    public Instrument instrument(InstrumentId id) {
        return instruments.get(id);
    }

    @Override
    public List<PriceSide> sides() {
        return CandleWindows.sides();
    }

    @Override
    public CandleSeries history(InstrumentId id, Timeframe timeframe, Instant from, Instant to) {
        return history(id, timeframe, PriceSide.MID, from, to);
    }

    @Override
    public CandleSeries history(InstrumentId id, Timeframe timeframe, PriceSide side, Instant from, Instant to) {
        requireSide(side);
        CandleWindows.resolution(timeframe);
        return windows.read(instruments.get(id), timeframe, side, from, to);
    }

    private static void requireSide(PriceSide side) {
        if (!CandleWindows.sides().contains(side)) {
            throw new IllegalArgumentException(
                    "Capital.com has candles of " + CandleWindows.sides() + " only, not of " + side);
        }
    }

    @Override
    public Subscription subscribe(InstrumentId id, MarketListener listener) {
        instruments.get(id);
        QuoteFeed feed = new QuoteFeed(id, listener, () -> api.market(id.value()), session.clock(), time, metrics);
        feed.start(stream.quotes(id.value(), feed));
        return feed;
    }

    @Override
    public Subscription candles(
            InstrumentId id, Timeframe timeframe, PriceSide side, Instant from, CandleListener listener) {
        requireSide(side);
        Instrument instrument = instruments.get(id);
        CandleFeed feed = new CandleFeed(
                timeframe,
                side,
                from,
                (start, end) -> windows.read(instrument, timeframe, side, start, end),
                listener,
                new CandleFeed.Surroundings(session.clock(), time, metrics));
        feed.start(stream.bars(id.value(), CandleWindows.resolution(timeframe), feed));
        return feed;
    }

    /** Does nothing: session and stream are those of the connection. */
    @Override
    public void close() {}
}
