package io.tradetracker.samples.server.market;

import io.tradetracker.api.broker.MarketData;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentRules;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.strategy.PositionSize;
import io.tradetracker.core.bot.BotConfiguration;
import io.tradetracker.core.engine.EngineSettings;
import io.tradetracker.core.feed.PrintSource;
import io.tradetracker.core.feed.ReplayFeed;
import io.tradetracker.core.simulation.Costs;
import io.tradetracker.samples.server.board.FeedStatus;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Recorded prices that come again as if they were new, as fast as people like. Each bot has a replay of its own. */
public final class RecordedMarket implements Market {
    private static final double CASH = 10_000;
    private static final double SPREAD = 0.10;
    private static final long SEED = 42;

    private final RecordedPrices recording;

    /** Reads a recording of BTC/USD with at least one print. */
    public RecordedMarket(PrintSource source) {
        recording = new RecordedPrices(source);
    }

    @Override
    public DemoBot bot() {
        return new DemoBot("btc-trend", "Bitcoin trend", RecordedMarket::settings);
    }

    private static EngineSettings settings() {
        Instrument bitcoin = Instrument.of("BTC/USD").withRules(InstrumentRules.of("0.01", "0.0001"));
        return EngineSettings.of(bitcoin, Timeframe.M1)
                .withCash(CASH)
                .withSize(PositionSize.percentOfEquity(50))
                .withCosts(Costs.NONE.withSpread(SPREAD))
                .withSeed(SEED);
    }

    @Override
    public BotPrices prices(BotConfiguration bot, Optional<Instant> reached, double speed) {
        EngineSettings settings = bot.settings();
        return new Replayed(
                recording,
                new ReplayFeed(settings.instrument(), recording, speed, startOf(settings.timeframe(), reached)));
    }

    /** Feed and bot begin with the candle at which the record ends; a new bot a little into the recording. */
    private Instant startOf(Timeframe timeframe, Optional<Instant> reached) {
        return timeframe.openOf(reached.orElseGet(
                () -> recording.first().plus(timeframe.duration().multipliedBy(DemoBot.WARM_UP_CANDLES))));
    }

    @Override
    public void close() {}

    private record Replayed(RecordedPrices recording, ReplayFeed replay) implements BotPrices {
        @Override
        public MarketData feed() {
            return new JoinedRounds(replay, recording);
        }

        @Override
        public InstantSource marketTime() {
            return replay::marketTime;
        }

        @Override
        public FeedStatus status(Instant now) {
            int round = recording.roundAt(now);
            FeedStatus.Replay place = new FeedStatus.Replay(
                    round, recording.startOf(round), recording.endOf(round), recording.first(), recording.last());
            return new FeedStatus("Recorded prices", replay.speed(), replay.isPaused(), now, place);
        }

        @Override
        public void begin() {
            replay.start();
        }

        @Override
        public void pause(boolean paused) {
            if (paused) {
                replay.pause();
            } else {
                replay.resume();
            }
        }

        @Override
        public void speed(double times) {
            replay.setSpeed(times);
        }

        @Override
        public double speed() {
            return replay.speed();
        }

        @Override
        public void close() {
            replay.close();
        }
    }
}
