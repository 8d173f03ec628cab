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
import io.tradetracker.samples.server.board.BotBoard;
import io.tradetracker.samples.server.board.BotControl;
import io.tradetracker.samples.server.board.HostedBot;
import io.tradetracker.samples.server.market.BotPrices;
import io.tradetracker.samples.server.market.DemoBot;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/** A bot with its prices. At a restart both go on where the bot's record ends. The prices end with the bot. */
final class RunningBot implements BotControl {
    private static final int CHART_CANDLES = 600;

    private final BotPrices prices;
    private final BotBoard board;
    private final Bot bot;
    private final Supplier<HostedBot> successor;

    private RunningBot(BotPrices prices, BotBoard board, Bot bot, Supplier<HostedBot> successor) {
        this.prices = prices;
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
        prices.pause(paused);
        showFeed();
    }

    @Override
    public void speed(double speed) {
        prices.speed(speed);
        showFeed();
    }

    BotId id() {
        return bot.snapshot().configuration().id();
    }

    double speed() {
        return prices.speed();
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
     * @param speed how many times faster than they happened recorded prices come
     * @param successor makes the bot that takes its place
     */
    static RunningBot open(
            Workshop workshop, BotJournal record, StoredBot stored, double speed, Supplier<HostedBot> successor) {
        BotConfiguration configuration = stored.configuration();
        EngineSettings settings = configuration.settings();
        StrategyFactory strategy = workshop.plugins().factory(configuration.strategyId(), configuration.parameters());
        BotPrices prices =
                workshop.market().prices(configuration, workshop.journal().lastMarketTime(configuration.id()), speed);
        BotBoard board = workshop.board(configuration);
        BoardListener listener = new BoardListener(board, settings, workshop.wallClock());
        record.read(configuration.id(), 1, listener::remember);
        Bot bot = TradeTracker.create()
                .bot(stored)
                .strategy(strategy)
                .feed(prices.feed(), prices.marketTime())
                .warmUp(DemoBot.WARM_UP_CANDLES)
                .journal(record)
                .listener(listener)
                .onClose(prices::close)
                .open();
        listener.account(bot.snapshot());
        listener.state(bot.snapshot());
        RunningBot running = new RunningBot(prices, board, bot, successor);
        running.play(settings, new ChartIndicators(settings, strategy), workshop.wallClock());
        return running;
    }

    private void play(EngineSettings settings, ChartIndicators indicators, InstantSource wallClock) {
        Timeframe timeframe = settings.timeframe();
        MarketData feed = prices.feed();
        Chart chart = new Chart(board, timeframe, indicators, wallClock, this::showFeed);
        Instant now = prices.marketTime().instant().plusMillis(1);
        CandleSeries history = feed.history(
                settings.instrument().id(),
                timeframe,
                now.minus(timeframe.duration().multipliedBy(CHART_CANDLES)),
                now);
        chart.fill(history);
        feed.subscribe(settings.instrument().id(), chart);
        showFeed();
        prices.begin();
    }

    private void showFeed() {
        showFeed(prices.marketTime().instant());
    }

    private void showFeed(Instant now) {
        board.feed(prices.status(now));
    }
}
