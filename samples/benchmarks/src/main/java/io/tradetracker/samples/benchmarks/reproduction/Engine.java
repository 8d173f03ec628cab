package io.tradetracker.samples.benchmarks.reproduction;

import io.tradetracker.core.backtest.BacktestBuilder;
import io.tradetracker.core.simulation.CandlePath;
import io.tradetracker.core.simulation.FillAt;
import io.tradetracker.core.simulation.SizeAt;

/** Whose results are made again, and the options that stand for its rules. */
enum Engine {
    BACKTESTING_PY("backtesting.py", "backtesting.py", "0", "1"),
    BACKTRADER("backtrader", "backtrader", "0", "0.00000001"),
    TRADING_VIEW("TradingView", "tradingview", "0.01", "0.000001"),
    NAUTILUS("NautilusTrader", "nautilus", "0.01", "0.000001");

    private static final int MANY = 1_000_000;

    private final String title;
    private final String folder;
    private final String priceStep;
    private final String quantityStep;

    Engine(String title, String folder, String priceStep, String quantityStep) {
        this.title = title;
        this.folder = folder;
        this.priceStep = priceStep;
        this.quantityStep = quantityStep;
    }

    String title() {
        return title;
    }

    String folder() {
        return folder;
    }

    String priceStep() {
        return priceStep;
    }

    String quantityStep() {
        return quantityStep;
    }

    /** backtesting.py counts 365 days where it sees weekends, of which only one market has any. */
    double daysPerYear(Market market) {
        return this == BACKTESTING_PY && market == Market.BTC ? 365 : 252;
    }

    BacktestBuilder defaults(BacktestBuilder backtest) {
        return switch (this) {
            case BACKTESTING_PY -> backtest.cash(100_000).rules(rules -> rules.withMaxEntries(MANY));
            case BACKTRADER -> backtest.cash(100_000);
            case TRADING_VIEW ->
                backtest.rules(rules ->
                        rules.withPath(CandlePath.NEAREST_EXTREME_FIRST).withSizeAt(SizeAt.DECISION));
            case NAUTILUS -> backtest.fillAt(FillAt.CLOSE);
        };
    }
}
