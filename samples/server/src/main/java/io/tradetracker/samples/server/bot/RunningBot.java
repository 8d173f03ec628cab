package io.tradetracker.samples.server.bot;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.strategy.StrategyFactory;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.bot.Bot;
import io.tradetracker.core.bot.BotConfiguration;
import io.tradetracker.core.bot.BotId;
import io.tradetracker.core.bot.StoredBot;
import io.tradetracker.core.engine.EngineSettings;
import io.tradetracker.core.feed.ReplayFeed;
import io.tradetracker.pluginhost.PluginCatalog;
import io.tradetracker.postgres.bot.PostgresBotJournal;
import io.tradetracker.samples.data.SampleData;
import io.tradetracker.samples.server.board.BotBoard;
import io.tradetracker.samples.server.board.BotControl;
import io.tradetracker.samples.server.board.BotStatus;
import io.tradetracker.samples.server.board.FeedStatus;
import io.tradetracker.samples.server.board.HostedBot;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * A bot with its own replay of the recorded prices. At a restart both go on where the bot's record ends. Closing it
 * leaves the record as it is.
 */
public final class RunningBot implements BotControl, AutoCloseable {
    private static final int CHART_CANDLES = 600;
    private static final int TIMELINE_ENTRIES = 200;

    private final RecordedPrices prices;
    private final ReplayFeed feed;
    private final BotBoard board;
    private final Bot bot;

    private RunningBot(RecordedPrices prices, ReplayFeed feed, BotBoard board, Bot bot) {
        this.prices = prices;
        this.feed = feed;
        this.board = board;
        this.bot = bot;
    }

    /**
     * Opens the demonstration bot, and makes and starts it when there is none.
     *
     * @param journal its record
     * @param plugins where its strategy comes from
     * @param speed how many times faster than they happened prices come
     */
    public static RunningBot openDemo(PostgresBotJournal journal, PluginCatalog plugins, double speed) {
        boolean created = journal.create(DemoBot.configuration());
        StoredBot stored = journal.bots().stream()
                .filter(each -> each.configuration().id().equals(DemoBot.ID))
                .findFirst()
                .orElseThrow();
        RunningBot running = open(journal, plugins, stored, speed);
        if (created) {
            running.start();
        }
        return running;
    }

    /** {@return the bot as web pages know it} */
    public HostedBot hosted() {
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
    public void pause(boolean paused) {
        if (paused) {
            feed.pause();
        } else {
            feed.resume();
        }
        showFeed();
    }

    @Override
    public void speed(double speed) {
        feed.setSpeed(speed);
        showFeed();
    }

    @Override
    public void close() {
        bot.close();
        feed.close();
    }

    private static RunningBot open(PostgresBotJournal journal, PluginCatalog plugins, StoredBot stored, double speed) {
        BotConfiguration configuration = stored.configuration();
        EngineSettings settings = configuration.settings();
        InstantSource wallClock = InstantSource.system();
        StrategyFactory strategy = plugins.factory(configuration.strategyId(), configuration.parameters());
        RecordedPrices prices = new RecordedPrices(SampleData::btcUsdPrints);
        ReplayFeed feed = new ReplayFeed(settings.instrument(), prices, speed, startOf(journal, configuration, prices));
        BotBoard board = new BotBoard(
                Profiles.of(
                        configuration, plugins.get(configuration.strategyId()).spec()),
                new BotStatus("STARTING", "Replays its record.", wallClock.instant()));
        BoardListener listener = new BoardListener(board, wallClock);
        showRecord(journal, configuration, listener);
        Bot bot = TradeTracker.create()
                .bot(stored)
                .strategy(strategy)
                .feed(feed, feed::marketTime)
                .warmUp(DemoBot.WARM_UP_CANDLES)
                .journal(journal)
                .listener(listener)
                .open();
        listener.account(bot.snapshot());
        listener.onState(bot.snapshot());
        RunningBot running = new RunningBot(prices, feed, board, bot);
        running.showChart(settings, new ChartIndicators(settings, strategy), wallClock);
        return running;
    }

    /** Feed and bot begin with the candle at which the record ends; a new bot a little into the recording. */
    private static Instant startOf(PostgresBotJournal journal, BotConfiguration configuration, RecordedPrices prices) {
        Timeframe timeframe = configuration.settings().timeframe();
        return timeframe.openOf(journal.lastMarketTime(configuration.id())
                .orElseGet(() -> prices.first().plus(timeframe.duration().multipliedBy(DemoBot.WARM_UP_CANDLES))));
    }

    private static void showRecord(PostgresBotJournal journal, BotConfiguration configuration, BoardListener listener) {
        BotId id = configuration.id();
        journal.recentActivity(id, TIMELINE_ENTRIES).forEach(listener::show);
        Instant marketTime = journal.lastMarketTime(id).orElse(null);
        if (marketTime != null) {
            double equity = journal.lastBefore(id, marketTime.truncatedTo(ChronoUnit.DAYS))
                    .map(entry -> entry.equity())
                    .orElse(configuration.settings().cash());
            listener.resumeDay(marketTime, equity);
        }
    }

    private void showChart(EngineSettings settings, ChartIndicators indicators, InstantSource wallClock) {
        Timeframe timeframe = settings.timeframe();
        Chart chart = new Chart(board, timeframe, indicators, wallClock, this::showFeed);
        Instant now = feed.marketTime().plusMillis(1);
        CandleSeries history = feed.history(
                settings.instrument().id(),
                timeframe,
                now.minus(timeframe.duration().multipliedBy(CHART_CANDLES)),
                now);
        chart.fill(history);
        feed.subscribe(settings.instrument().id(), chart);
        showFeed();
        feed.start();
    }

    private void showFeed() {
        Instant now = feed.marketTime();
        board.feed(
                new FeedStatus(feed.speed(), feed.isPaused(), prices.roundAt(now), now, prices.first(), prices.last()));
    }
}
