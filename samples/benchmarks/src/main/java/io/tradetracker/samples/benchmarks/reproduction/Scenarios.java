package io.tradetracker.samples.benchmarks.reproduction;

import static io.tradetracker.api.order.OrderSide.BUY;
import static io.tradetracker.api.order.OrderSide.SELL;

import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.PositionSize;
import io.tradetracker.api.strategy.StrategyFactory;
import io.tradetracker.core.backtest.BacktestBuilder;
import io.tradetracker.core.simulation.CandlePath;
import io.tradetracker.core.simulation.Commission;
import io.tradetracker.core.simulation.Costs;
import io.tradetracker.core.simulation.FillAt;
import io.tradetracker.core.simulation.Slippage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Everything that is made again. */
final class Scenarios {
    private final List<Scenario> all = new ArrayList<>();

    private Scenarios() {}

    static List<Scenario> all() {
        Scenarios scenarios = new Scenarios();
        scenarios.backtestingPy();
        scenarios.backtrader();
        scenarios.tradingView();
        scenarios.nautilus();
        return List.copyOf(scenarios.all);
    }

    private void backtestingPy() {
        Engine engine = Engine.BACKTESTING_PY;
        UnaryOperator<BacktestBuilder> allCash = backtest -> backtest.size(PositionSize.allCash());
        String text = "SMA cross, `exclusive_orders`, all cash";
        add(engine, "sma-excl-us500", Market.US500, new Words(text, "`cash:all`"), Rules.reversing(10, 20), allCash);
        add(engine, "sma-excl-aapl", Market.AAPL, new Words(text, "`cash:all`"), Rules.reversing(5, 15), allCash);
        add(engine, "sma-excl-eth", Market.ETH, new Words(text, "`cash:all`"), Rules.reversing(10, 30), allCash);
        add(engine, "sma-excl-btc", Market.BTC, new Words(text, "`cash:all`"), Rules.reversing(20, 60), allCash);
        add(
                engine,
                "sma-comm-us500",
                Market.US500,
                new Words("SMA cross, close and open, all cash, commission 0.2 %", "`cash:all`, `0.2%`"),
                Rules.closingAndOpening(10, 30),
                backtest -> allCash.apply(backtest).costs(percent(0.2)));
        add(
                engine,
                "sma-comm-fixed-btc",
                Market.BTC,
                new Words("SMA cross, close and open, 10 units, commission 0.2 %", "`units:10`, `0.2%`"),
                Rules.closingAndOpening(20, 60),
                backtest -> backtest.size(PositionSize.units(10)).costs(percent(0.2)));
        add(
                engine,
                "sma-toc-fixed-btc",
                Market.BTC,
                new Words("SMA cross, close and open, 10 units, `trade_on_close`", "`units:10`, fill at the close"),
                Rules.closingAndOpening(20, 60),
                backtest -> backtest.size(PositionSize.units(10)).fillAt(FillAt.CLOSE));
    }

    private void backtrader() {
        for (Market market : List.of(Market.US500, Market.BTC)) {
            double share = market == Market.US500 ? 0.006 : 0.0018;
            StrategyFactory atMarket = Rules.fiveCandles((side, close) -> enter(side), false);
            five("market", market, "`Market`", atMarket, UnaryOperator.identity());
            five(
                    "commission",
                    market,
                    "`Market`, commission 0.1 %",
                    atMarket,
                    backtest -> backtest.costs(percent(0.1)));
            five(
                    "limit",
                    market,
                    "`Limit` with `valid`",
                    Rules.fiveCandles((side, close) -> enter(side).atLimit(close * (1 - side * share)), true),
                    UnaryOperator.identity());
            five(
                    "stop",
                    market,
                    "`Stop` with `valid`",
                    Rules.fiveCandles((side, close) -> enter(side).atStop(close * (1 + side * share)), true),
                    UnaryOperator.identity());
            add(
                    Engine.BACKTRADER,
                    name("reverse", market),
                    market,
                    new Words("SMA 5/20, `order_target_size` of ±10", "`units:10`"),
                    Rules.reversing(5, 20),
                    backtest -> backtest.size(PositionSize.units(10)));
        }
    }

    private void five(
            String name, Market market, String order, StrategyFactory strategy, UnaryOperator<BacktestBuilder> with) {
        add(
                Engine.BACKTRADER,
                name(name, market),
                market,
                new Words("SMA 5/20 while flat, " + order + ", closed after five", "defaults"),
                strategy,
                with);
    }

    private static Decision enter(int side) {
        return Decision.enter(side > 0 ? BUY : SELL);
    }

    private void tradingView() {
        for (Market market : List.of(Market.US500, Market.ETH)) {
            tradingView("sma", market, "SMA 10/30, long only", Rules.longOnly());
            tradingView("rev", market, "SMA 10/30, reversing", Rules.reversing(10, 30));
            add(
                    Engine.TRADING_VIEW,
                    name("pyr", market),
                    market,
                    new Words("adds above SMA 10, `pyramiding` 3", "nearest extreme, 3 entries"),
                    Rules.pyramiding(),
                    backtest -> backtest.rules(rules -> rules.withMaxEntries(3)));
            tradingView("stopent", market, "stop entries, stop and target", by(market, Rules::stopEntry));
            tradingView("liment", market, "limit entries, stop and target", by(market, Rules::limitEntry));
            tradingView("oco", market, "two stop entries, `oca`, stop and target", by(market, Rules::oneCancelsOther));
            tradingView("trail", market, "SMA 10/30 while flat, `trail_offset`", trail(market));
        }
        for (Market market : List.of(Market.AAPL, Market.ETH)) {
            tradingView("brk", market, "close against SMA 10, stop and target", by(market, Rules::bracket));
        }
        add(
                Engine.TRADING_VIEW,
                "slip-stopent-us500",
                Market.US500,
                new Words("stop entries, `slippage` 3", "nearest extreme, 3 ticks"),
                by(Market.US500, Rules::stopEntry),
                backtest -> backtest.costs(Costs.NONE.withSlippage(Slippage.ticks(3))));
        add(
                Engine.TRADING_VIEW,
                "comm-rev-us500",
                Market.US500,
                new Words("SMA 10/30, reversing, commission in percent", "nearest extreme, `0.1%`"),
                Rules.reversing(10, 30),
                backtest -> backtest.costs(percent(0.1)));
    }

    private void tradingView(String name, Market market, String rules, StrategyFactory strategy) {
        add(
                Engine.TRADING_VIEW,
                name(name, market),
                market,
                new Words(rules, "nearest extreme"),
                strategy,
                UnaryOperator.identity());
    }

    private void nautilus() {
        for (Market market : List.of(Market.US500, Market.BTC)) {
            nautilus("sma", market, "SMA 10/30, long only", Rules.longOnly(), CandlePath.HIGH_FIRST);
            nautilus("rev", market, "SMA 10/30, reversing", Rules.reversing(10, 30), CandlePath.HIGH_FIRST);
        }
        for (Market market : List.of(Market.US500, Market.ETH)) {
            for (CandlePath path : List.of(CandlePath.HIGH_FIRST, CandlePath.NEAREST_EXTREME_FIRST)) {
                nautilus("trail", market, "SMA 10/30 while flat, trailing stop", trail(market), path);
            }
        }
    }

    private void nautilus(String name, Market market, String rules, StrategyFactory strategy, CandlePath path) {
        add(
                Engine.NAUTILUS,
                name(name + "-" + path, market),
                market,
                new Words(rules, "fill at the close, " + path),
                strategy,
                backtest -> backtest.rules(each -> each.withPath(path)));
    }

    private static StrategyFactory by(Market market, Function<Double, StrategyFactory> strategy) {
        return strategy.apply(market.distance());
    }

    private static StrategyFactory trail(Market market) {
        double close = market.candles("0", "1").close(0);
        return Rules.trailing(Math.round(market.distance() * close * 100) / 100.0);
    }

    private static Costs percent(double percent) {
        return Costs.NONE.withCommission(Commission.percent(percent));
    }

    private static String name(String name, Market market) {
        return name + "-" + market.name().toLowerCase(Locale.ROOT);
    }

    private void add(
            Engine engine,
            String name,
            Market market,
            Words words,
            StrategyFactory strategy,
            UnaryOperator<BacktestBuilder> settings) {
        all.add(new Scenario(engine, name, market, words.rules(), words.options(), strategy, settings));
    }

    /** What the strategy and the options are, for people. */
    private record Words(String rules, String options) {}
}
