/**
 * What a strategy author implements and uses.
 *
 * <p>A {@link io.tradetracker.api.strategy.Strategy} is data in, intents out: it sees closed candles through a
 * {@link io.tradetracker.api.strategy.StrategyView} and answers with a {@link io.tradetracker.api.strategy.Decision}.
 * It never meets a broker, socket, file, secret or user, so the same object runs in backtest, paper and live trading.
 */
@NullMarked
package io.tradetracker.api.strategy;

import org.jspecify.annotations.NullMarked;
