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
import io.tradetracker.core.gateway.OrderGateway;
import io.tradetracker.core.simulation.Costs;
import io.tradetracker.database.Database;
import io.tradetracker.samples.server.ServerError;
import io.tradetracker.samples.server.board.FeedStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Prices of Capital.com as they happen, which all bots share. Bots trade paper money on them, or an account there. */
public final class CapitalMarket implements Market {
    /** Of an instrument in a bot's name on record, which has 40 letters at most. */
    private static final int LONGEST = 9;

    private static final double CASH = 10_000;
    private static final long SEED = 42;

    private final Place place;
    private final CapitalCom capital;
    private final Runnable afterwards;
    private final CapitalMarketData prices;
    private final @Nullable CapitalAccount account;

    private CapitalMarket(Place place, CapitalCom capital, @Nullable Database database, Runnable afterwards) {
        this.place = place;
        this.capital = capital;
        this.afterwards = afterwards;
        prices = capital.marketData();
        account = database == null ? null : CapitalAccount.open(place.world, capital.broker(), database);
    }

    /**
     * Which Capital.com.
     *
     * @param world the name of this Capital.com in records, such as {@code capital-demo}
     * @param id part of its bots' names on record, so that a bot stays where it began
     * @param mode whose money an account there is, as {@link Market#mode}
     * @param source what people read
     * @param instrument what is traded, such as {@code BTCUSD}
     */
    record Place(String world, String id, String mode, String source, InstrumentId instrument) {}

    /**
     * Logs in.
     *
     * @param database where orders go on record; null when bots trade paper money
     * @param afterwards done when it is closed, or when it cannot be opened
     * @throws TradeTrackerException when the service refuses or cannot be reached
     */
    static CapitalMarket open(Place place, CapitalSettings settings, @Nullable Database database, Runnable afterwards) {
        CapitalCom capital = CapitalCom.connect(settings);
        try {
            return new CapitalMarket(place, capital, database, afterwards);
        } catch (RuntimeException | Error failed) {
            capital.close();
            afterwards.run();
            throw failed;
        }
    }

    @Override
    public DemoBot bot() {
        String instrument = place.instrument.value();
        String letters = instrument.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        String id = letters.substring(0, Math.min(letters.length(), LONGEST));
        return new DemoBot(id + "-trend-" + place.id, instrument + " trend", this::settings);
    }

    private EngineSettings settings() {
        Instrument instrument = prices.instrument(place.instrument);
        EngineSettings settings = EngineSettings.of(instrument, Timeframe.M1).withSeed(SEED);
        CapitalAccount real = account;
        return real == null
                ? settings.withCash(CASH)
                        .withSize(PositionSize.percentOfEquity(50))
                        .withCosts(Costs.NONE.withSpread(spread()))
                : settings.withCash(real.equity()).withSize(smallest(instrument));
    }

    /** A demonstration on somebody's account risks as little as the market lets it. */
    private static PositionSize smallest(Instrument instrument) {
        BigDecimal least =
                instrument.rules().minQuantity().max(instrument.rules().quantityStep());
        return PositionSize.units(least.doubleValue());
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
    public String mode() {
        return account == null ? Market.super.mode() : place.mode;
    }

    @Override
    public Optional<OrderGateway> gateway() {
        return Optional.ofNullable(account).map(CapitalAccount::gateway);
    }

    @Override
    public void close() {
        try {
            if (account != null) {
                account.close();
            }
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
