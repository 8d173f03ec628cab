package io.tradetracker.core;

import io.tradetracker.api.broker.Broker;
import io.tradetracker.core.backtest.Backtest;
import io.tradetracker.core.backtest.BacktestBuilder;
import io.tradetracker.core.bot.BotBuilder;
import io.tradetracker.core.bot.BotConfiguration;
import io.tradetracker.core.bot.BotReplay;
import io.tradetracker.core.bot.BotsBuilder;
import io.tradetracker.core.bot.StoredBot;
import io.tradetracker.core.gateway.OrderGatewayBuilder;
import io.tradetracker.core.gateway.TradingAccount;
import io.tradetracker.core.sweep.Sweep;
import io.tradetracker.core.sweep.SweepBuilder;
import java.time.InstantSource;

/**
 * Where an embedder starts:
 *
 * <pre>{@code
 * BacktestResult result = TradeTracker.create()
 *         .backtest()
 *         .candles(candles)
 *         .strategy(MyStrategy::new)
 *         .run();
 * }</pre>
 *
 * Holds no thread, file or connection. Immutable; safe to share between threads.
 */
public final class TradeTracker {
    private final RunMetrics metrics;

    private TradeTracker(Builder from) {
        metrics = from.metrics;
    }

    /** {@return one with the defaults of {@link #builder()}} */
    public static TradeTracker create() {
        return builder().build();
    }

    /** {@return a builder: no metrics} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a backtest to configure} */
    public BacktestBuilder backtest() {
        return Backtest.builder(metrics);
    }

    /** {@return a sweep over the parameters of a strategy to configure} */
    public SweepBuilder sweep() {
        return Sweep.builder(metrics);
    }

    /** {@return a bot to set up and open, from what is on its record} */
    public BotBuilder bot(StoredBot stored) {
        return new BotBuilder(stored, metrics);
    }

    /** {@return the bots that this process runs, to configure} */
    public BotsBuilder bots() {
        return new BotsBuilder(metrics);
    }

    /** {@return a replay of a bot's record through the backtest, to configure} */
    public BotReplay replay(BotConfiguration bot) {
        return new BotReplay(bot, metrics);
    }

    /** {@return the gateway to an account, to configure} */
    public OrderGatewayBuilder gateway(Broker broker, TradingAccount account) {
        return new OrderGatewayBuilder(broker, account, InstantSource.system());
    }

    /** Configures a {@link TradeTracker}. Not safe for several threads. */
    public static final class Builder {
        private RunMetrics metrics = RunMetrics.NONE;

        private Builder() {}

        /** Sets who receives measurements. */
        public Builder metrics(RunMetrics listener) {
            metrics = listener;
            return this;
        }

        /** {@return the configured object} */
        public TradeTracker build() {
            return new TradeTracker(this);
        }
    }
}
