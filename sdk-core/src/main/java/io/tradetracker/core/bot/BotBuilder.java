package io.tradetracker.core.bot;

import io.tradetracker.api.broker.MarketData;
import io.tradetracker.api.strategy.StrategyFactory;
import io.tradetracker.core.RunMetrics;
import io.tradetracker.core.engine.QuestionService;
import io.tradetracker.core.gateway.OrderGateway;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Says what a bot works with. Strategy, feed and journal are needed; the rest has defaults. Not safe for several
 * threads.
 */
public final class BotBuilder {
    private final StoredBot stored;
    private final RunMetrics metrics;
    private @Nullable StrategyFactory strategy;
    private @Nullable MarketData feed;
    private @Nullable InstantSource marketTime;
    private @Nullable BotJournal journal;
    private int warmUpCandles;
    private Duration patience = Duration.ofSeconds(5);
    private Duration firstRetry = Duration.ofSeconds(1);
    private Runnable onClose = () -> {};
    private BotListener listener = new BotListener() {};
    private QuestionService questions = QuestionService.NONE;
    private @Nullable OrderGateway gateway;

    /** Begins with what is on record; see {@link io.tradetracker.core.TradeTracker#bot}. */
    public BotBuilder(StoredBot stored, RunMetrics metrics) {
        this.stored = stored;
        this.metrics = metrics;
    }

    /** Sets what makes its strategy. */
    public BotBuilder strategy(StrategyFactory factory) {
        strategy = factory;
        return this;
    }

    /**
     * Sets where prices come from.
     *
     * @param time the feed's market time: no later price has been told of
     */
    public BotBuilder feed(MarketData prices, InstantSource time) {
        feed = prices;
        marketTime = time;
        return this;
    }

    /** Sets its record. */
    public BotBuilder journal(BotJournal record) {
        journal = record;
        return this;
    }

    /** Sets how many candles of history a new bot's indicators see before it starts; none by default. */
    public BotBuilder warmUp(int candles) {
        warmUpCandles = candles;
        return this;
    }

    /**
     * Sets how long a bot of several instruments waits, in market time after their candles are over, for those that it
     * has heard nothing of; five seconds by default. What is missing then is asked of the feed's history, and is absent
     * where the history has nothing either.
     *
     * @throws IllegalArgumentException when it is negative
     */
    public BotBuilder patience(Duration marketTimeToWait) {
        if (marketTimeToWait.isNegative()) {
            throw new IllegalArgumentException("patience " + marketTimeToWait + " must be zero or above");
        }
        patience = marketTimeToWait;
        return this;
    }

    /**
     * Lets it trade a real account instead of the simulated one. Prices come from its feed as before; fills, positions
     * and balances come from the broker. Its configuration still says sizes, how many entries may be open, and the
     * account's currency; costs are the broker's and order rules the gateway's. The caller closes the gateway, after
     * the bot.
     *
     * @param account the only way to that account
     */
    public BotBuilder gateway(OrderGateway account) {
        gateway = account;
        return this;
    }

    /** Sets who hears of it. */
    public BotBuilder listener(BotListener botListener) {
        listener = botListener;
        return this;
    }

    /** Sets who answers its questions; nobody by default. */
    public BotBuilder answers(QuestionService service) {
        questions = service;
        return this;
    }

    /**
     * Sets how long it waits before it tries again when its record or its feed failed; a second by default, then twice
     * as long each time, up to a minute.
     *
     * @throws IllegalArgumentException when the pause is not above zero
     */
    public BotBuilder retryAfter(Duration pause) {
        if (!pause.isPositive()) {
            throw new IllegalArgumentException("pause " + pause + " must be above zero");
        }
        firstRetry = pause;
        return this;
    }

    /** Sets what is done, in the bot's thread, when the bot has ended: such as closing a feed that is its own. */
    public BotBuilder onClose(Runnable cleanUp) {
        onClose = cleanUp;
        return this;
    }

    /**
     * Opens the bot: its record is replayed, then it goes on as its stored state says.
     *
     * @throws NullPointerException when strategy, feed or journal are missing
     */
    public Bot open() {
        return Bot.open(
                new BotSetup(
                        Objects.requireNonNull(strategy, "the strategy is missing: call strategy(factory)"),
                        Objects.requireNonNull(feed, "the feed is missing: call feed(prices, time)"),
                        Objects.requireNonNull(marketTime, "the feed's time is missing: call feed(prices, time)"),
                        warmUpCandles,
                        patience,
                        Objects.requireNonNull(journal, "the journal is missing: call journal(record)"),
                        listener,
                        questions,
                        metrics,
                        firstRetry,
                        onClose,
                        gateway),
                stored);
    }
}
