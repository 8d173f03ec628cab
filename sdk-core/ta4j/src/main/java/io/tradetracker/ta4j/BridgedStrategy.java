package io.tradetracker.ta4j;

import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.FillView;
import io.tradetracker.api.strategy.Strategy;
import io.tradetracker.api.strategy.StrategyView;
import java.util.function.Function;
import org.ta4j.core.BarSeries;
import org.ta4j.core.Trade.TradeType;
import org.ta4j.core.TradingRecord;

/** A strategy of ta4j as one of this SDK. */
final class BridgedStrategy implements Strategy {
    private final Ta4j bridge;
    private final org.ta4j.core.Strategy strategy;
    private final Decision enter;
    private final Decision exit;

    BridgedStrategy(Ta4j bridge, Function<BarSeries, ? extends org.ta4j.core.Strategy> maker) {
        this.bridge = bridge;
        strategy = bridge.strategy(maker);
        OrderSide side = strategy.getStartingType() == TradeType.BUY ? OrderSide.BUY : OrderSide.SELL;
        // not the rules' names, which are JSON when the author gave none
        String name = strategy.getName() == null ? "ta4j" : strategy.getName();
        enter = Decision.enter(side).reason(name + ": the entry rule is satisfied");
        exit = Decision.exit().reason(name + ": the exit rule is satisfied");
    }

    @Override
    public Decision onCandle(StrategyView view) {
        return view.hasNewCandle() ? bridge.ask(view, this::decide) : Decision.hold();
    }

    private Decision decide(TradingRecord positions) {
        if (!strategy.shouldOperate(bridge.now(), positions)) {
            return Decision.hold();
        }
        return positions.isClosed() ? enter : exit;
    }

    @Override
    public Decision onFill(FillView fill, StrategyView view) {
        bridge.onFill(fill, view);
        return Decision.hold();
    }
}
