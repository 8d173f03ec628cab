package io.tradetracker.samples.server.bot;

import io.tradetracker.api.broker.MarketData;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.strategy.StrategyFactory;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.bot.Bot;
import io.tradetracker.core.bot.BotConfiguration;
import io.tradetracker.core.bot.BotId;
import io.tradetracker.core.bot.BotJournal;
import io.tradetracker.core.bot.StoredBot;
import io.tradetracker.core.engine.EngineSettings;
import io.tradetracker.core.feed.ReplayFeed;
import io.tradetracker.postgres.bot.PostgresBotJournal;
import io.tradetracker.samples.server.board.BotBoard;
import io.tradetracker.samples.server.board.BotControl;
import io.tradetracker.samples.server.board.FeedStatus;
import io.tradetracker.samples.server.board.HostedBot;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * A bot with its own replay of the recorded prices. At a restart both go on where the bot's record ends. The replay
 * ends with the bot.
 */
final class RunningBot implements BotControl {
    private static final int CHART_CANDLES = 600;

    private final RecordedPrices prices;
    private final ReplayFeed replay;
    private final BotBoard board;
    private final Bot bot;
    private final Supplier<HostedBot> successor;

    private RunningBot(
            RecordedPrices prices, ReplayFeed replay, BotBoard board, Bot bot, Supplier<HostedBot> successor) {
        this.prices = prices;
        this.replay = replay;
        this.board = board;
        this.bot = bot;
        this.successor = successor;
    }

    /** {@return the bot as web pages know it} */
    HostedBot hosted() {
        return new HostedBot(board, this);
    }

    @Override
    public void start() {
        bot.start();
    }

    @Override
    public void stop() {
        bot.stop();
    }

    @Override
    public HostedBot startOver() {
        return successor.get();
    }

    @Override
    public void pause(boolean paused) {
        if (paused) {
            replay.pause();
        } else {
            replay.resume();
        }
        showFeed();
    }

    @Override
    public void speed(double speed) {
        replay.setSpeed(speed);
        showFeed();
    }

    BotId id() {
        return bot.snapshot().configuration().id();
    }

    double speed() {
        return replay.speed();
    }

    Bot bot() {
        return bot;
    }

    /**
     * Opens a bot that is on record; its prices do not play yet.
     *
     * @param workshop what it is made with
     * @param record where it is on record, and writes
     * @param stored the bot
     * @param speed how many times faster than they happened prices come
     * @param successor makes the bot that takes its place
     */
    static RunningBot open(
            Workshop workshop, BotJournal record, StoredBot stored, double speed, Supplier<HostedBot> successor) {
        BotConfiguration configuration = stored.configuration();
        EngineSettings settings = configuration.settings();
        StrategyFactory strategy = workshop.plugins().factory(configuration.strategyId(), configuration.parameters());
        RecordedPrices prices = workshop.prices();
        ReplayFeed replay = new ReplayFeed(
                settings.instrument(), prices, speed, startOf(workshop.journal(), configuration, prices));
        MarketData feed = new JoinedRounds(replay, prices);
        BotBoard board = workshop.board(configuration);
        BoardListener listener = new BoardListener(board, settings, workshop.wallClock());
        record.read(configuration.id(), 1, listener::remember);
        Bot bot = TradeTracker.create()
                .bot(stored)
                .strategy(strategy)
                .feed(feed, replay::marketTime)
                .warmUp(DemoBot.WARM_UP_CANDLES)
                .journal(record)
                .listener(listener)
                .onClose(replay::close)
                .open();
        listener.account(bot.snapshot());
        listener.state(bot.snapshot());
        RunningBot running = new RunningBot(prices, replay, board, bot, successor);
        running.play(feed, settings, new ChartIndicators(settings, strategy), workshop.wallClock());
        return running;
    }

    /** Feed and bot begin with the candle at which the record ends; a new bot a little into the recording. */
    private static Instant startOf(PostgresBotJournal journal, BotConfiguration configuration, RecordedPrices prices) {
        Timeframe timeframe = configuration.settings().timeframe();
        return timeframe.openOf(journal.lastMarketTime(configuration.id())
                .orElseGet(() -> prices.first().plus(timeframe.duration().multipliedBy(DemoBot.WARM_UP_CANDLES))));
    }

    private void play(MarketData feed, EngineSettings settings, ChartIndicators indicators, InstantSource wallClock) {
        Timeframe timeframe = settings.timeframe();
        Chart chart = new Chart(board, timeframe, indicators, wallClock, this::showFeed);
        Instant now = replay.marketTime().plusMillis(1);
        CandleSeries history = feed.history(
                settings.instrument().id(),
                timeframe,
                now.minus(timeframe.duration().multipliedBy(CHART_CANDLES)),
                now);
        chart.fill(history);
        feed.subscribe(settings.instrument().id(), chart);
        showFeed();
        replay.start();
    }

    private void showFeed() {
        showFeed(replay.marketTime());
    }

    private void showFeed(Instant now) {
        int round = prices.roundAt(now);
        board.feed(new FeedStatus(
                replay.speed(),
                replay.isPaused(),
                round,
                now,
                prices.startOf(round),
                prices.endOf(round),
                prices.first(),
                prices.last()));
    }
}
