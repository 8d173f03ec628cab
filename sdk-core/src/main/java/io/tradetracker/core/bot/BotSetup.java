package io.tradetracker.core.bot;

import io.tradetracker.api.broker.MarketData;
import io.tradetracker.api.strategy.StrategyFactory;
import io.tradetracker.core.RunMetrics;
import io.tradetracker.core.engine.QuestionService;
import io.tradetracker.core.gateway.OrderGateway;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * What a bot works with. Immutable.
 *
 * @param strategy makes its strategy
 * @param feed where prices come from
 * @param marketTime the feed's time
 * @param warmUpCandles candles of history a new bot's indicators see first; 0 for none
 * @param patience market time that a moment of several instruments waits for those that are silent
 * @param journal its record
 * @param listener who hears of it
 * @param questions who answers its questions
 * @param metrics who receives measurements
 * @param firstRetry how long it waits before it tries again for the first time
 * @param onClose what is done when the bot has ended
 * @param gateway to the real account that it trades; null for the simulated one
 */
record BotSetup(
        StrategyFactory strategy,
        MarketData feed,
        InstantSource marketTime,
        int warmUpCandles,
        Duration patience,
        BotJournal journal,
        BotListener listener,
        QuestionService questions,
        RunMetrics metrics,
        Duration firstRetry,
        Runnable onClose,
        @Nullable OrderGateway gateway) {}
