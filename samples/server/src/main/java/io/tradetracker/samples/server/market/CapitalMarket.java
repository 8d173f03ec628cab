package io.tradetracker.samples.server.market;

import io.tradetracker.api.broker.MarketData;
import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.strategy.PositionSize;
import io.tradetracker.broker.capital.CapitalCom;
import io.tradetracker.broker.capital.CapitalSettings;
import io.tradetracker.broker.capital.market.CapitalMarketData;
import io.tradetracker.broker.capital.rest.MarketDetails;
import io.tradetracker.core.bot.BotConfiguration;
import io.tradetracker.core.engine.EngineSettings;
import io.tradetracker.core.simulation.Costs;
import io.tradetracker.samples.server.ServerError;
import io.tradetracker.samples.server.board.FeedStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/** Prices of Capital.com as they happen, which all bots share. Bots trade paper money on them. */
public final class CapitalMarket implements Market {
    private static final double CASH = 10_000;
    private static final long SEED = 42;

    private final Place place;
    private final CapitalCom capital;
    private final Runnable afterwards;
    private final CapitalMarketData prices;

    private CapitalMarket(Place place, CapitalCom capital, Runnable afterwards) {
        this.place = place;
        this.capital = capital;
        this.afterwards = afterwards;
        prices = capital.marketData();
    }

    /**
     * Which Capital.com.
     *
     * @param id part of its bots' names on record, so that a bot stays where it began
     * @param source what people read
     * @param instrument what is traded, such as {@code BTCUSD}
     */
    record Place(String id, String source, InstrumentId instrument) {}

    /**
     * Logs in.
     *
     * @param afterwards done when it is closed, or when it cannot be opened
     * @throws TradeTrackerException when the service refuses or cannot be reached
     */
    static CapitalMarket open(Place place, CapitalSettings settings, Runnable afterwards) {
        CapitalCom capital = CapitalCom.connect(settings);
        try {
            return new CapitalMarket(place, capital, afterwards);
        } catch (RuntimeException | Error failed) {
            capital.close();
            afterwards.run();
            throw failed;
        }
    }

    @Override
    public DemoBot bot() {
        String instrument = place.instrument.value();
        String id = instrument.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return new DemoBot(id + "-trend-" + place.id, instrument + " trend", this::settings);
    }

    private EngineSettings settings() {
        Instrument instrument = prices.instrument(place.instrument);
        return EngineSettings.of(instrument, Timeframe.M1)
                .withCash(CASH)
                .withSize(PositionSize.percentOfEquity(50))
                .withCosts(Costs.NONE.withSpread(spread()))
                .withSeed(SEED);
    }

    /** What is between bid and ask now; nothing while nothing is quoted. */
    private double spread() {
        MarketDetails.Snapshot now =
                capital.api().market(place.instrument.value()).snapshot();
        BigDecimal bid = now.bid();
        BigDecimal offer = now.offer();
        return bid == null || offer == null
                ? 0
                : offer.subtract(bid).max(BigDecimal.ZERO).doubleValue();
    }

    @Override
    public BotPrices prices(BotConfiguration bot, Optional<Instant> reached, double speed) {
        return new AsTheyHappen(place.source, prices);
    }

    @Override
    public void close() {
        try {
            capital.close();
        } finally {
            afterwards.run();
        }
    }

    private record AsTheyHappen(String source, CapitalMarketData prices) implements BotPrices {
        @Override
        public MarketData feed() {
            return prices;
        }

        @Override
        public InstantSource marketTime() {
            return prices.marketTime();
        }

        @Override
        public FeedStatus status(Instant now) {
            return new FeedStatus(source, 1, false, now, null);
        }

        @Override
        public void begin() {}

        @Override
        public void pause(boolean paused) {
            throw liveOnly();
        }

        @Override
        public void speed(double times) {
            throw liveOnly();
        }

        private static TradeTrackerException liveOnly() {
            return new TradeTrackerException(
                    ServerError.BAD_REQUEST,
                    "prices come as they happen: only recorded ones can be paused or hurried; stop the bot instead");
        }

        @Override
        public double speed() {
            return 1;
        }

        @Override
        public void close() {}
    }
}
