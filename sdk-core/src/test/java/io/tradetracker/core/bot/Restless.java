package io.tradetracker.core.bot;

import io.tradetracker.api.indicator.Indicator;
import io.tradetracker.api.indicator.PriceField;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.strategy.Answer;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.FillView;
import io.tradetracker.api.strategy.Question;
import io.tradetracker.api.strategy.Rejection;
import io.tradetracker.api.strategy.Strategy;
import io.tradetracker.api.strategy.StrategyContext;
import io.tradetracker.api.strategy.StrategyView;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Does something at every other candle, drawn from the run's random numbers and from what it sees. */
final class Restless implements Strategy {
    private final RandomGenerator random;
    private final List<Instrument> instruments;
    private final Indicator slow;
    private final boolean asks;
    private int questions;

    private Restless(StrategyContext context, boolean asks) {
        this.asks = asks;
        random = context.random();
        instruments = context.instruments();
        slow = context.indicators(Timeframe.M5).sma(PriceField.CLOSE, 2);
        instruments.forEach(each -> context.on(each.id()).candles());
    }

    static Strategy trades(StrategyContext context) {
        return new Restless(context, false);
    }

    static Strategy asks(StrategyContext context) {
        return new Restless(context, true);
    }

    @Override
    public Decision onCandle(StrategyView view) {
        InstrumentId on = instruments.get(random.nextInt(instruments.size())).id();
        double price =
                view.on(on).candles().size() == 0 ? 100 : view.on(on).candles().close();
        Decision decision = decide(price).reason("M5 mean " + slow.value() + ", cash " + view.cash());
        return decision.intents().isEmpty() ? decision : decision.on(on);
    }

    private Decision decide(double price) {
        OrderSide side = random.nextBoolean() ? OrderSide.BUY : OrderSide.SELL;
        double away = side == OrderSide.BUY ? -1 : 1;
        return switch (random.nextInt(8)) {
            case 0 -> Decision.enter(side);
            case 1 -> Decision.enter(side).stopLoss(price + away).takeProfit(price - 2 * away);
            case 2 -> Decision.enter(side).atLimit(price + away / 2).tag("patient");
            case 3 -> Decision.exit();
            case 4 -> Decision.cancelAll();
            case 5 -> asks ? Decision.ask(Question.of("q" + questions++, "oracle", Map.of())) : Decision.reverse(side);
            default -> Decision.hold();
        };
    }

    @Override
    public Decision onFill(FillView fill, StrategyView view) {
        return random.nextInt(4) == 0 ? Decision.amend().stopLoss(fill.price() * 0.99) : Decision.hold();
    }

    @Override
    public Decision onRejected(Rejection rejection, StrategyView view) {
        return Decision.hold();
    }

    @Override
    public Decision onAnswer(Answer answer, StrategyView view) {
        return answer.isFailed() ? Decision.exit().reason(answer.failure()) : Decision.enter(OrderSide.BUY);
    }
}
