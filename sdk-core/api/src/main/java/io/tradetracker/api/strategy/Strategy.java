package io.tradetracker.api.strategy;

/**
 * Trading rules as code. A strategy sees closed candles and answers with what it wants; the host sizes, checks and
 * places the orders. The same object runs in backtest, paper and live trading.
 *
 * <p>One instance belongs to one run and is called by one thread at a time. It must decide from what it is given: no
 * wall clock, no randomness but the context's, no static state, no files or sockets. Then a restart can replay it.
 *
 * <p>A strategy declares indicators and timeframes in its constructor, from its {@link StrategyContext}.
 */
public interface Strategy {
    /**
     * Called when a candle of the strategy's own timeframe has closed, from the first candle at which every declared
     * indicator has a value (or after {@link StrategyContext#warmUp(int)}).
     *
     * @param view what is known at this moment; valid during the call only
     * @return what to do now; {@link Decision#hold()} for nothing
     */
    Decision onCandle(StrategyView view);

    /**
     * Called when an order of this strategy was executed, before the candle it happened in closes: the view ends at the
     * candle before.
     *
     * @param fill what was executed
     * @param view what is known at this moment
     * @return what to do now; by default nothing
     */
    default Decision onFill(FillView fill, StrategyView view) {
        return Decision.hold();
    }

    /**
     * Called when something this strategy wanted was refused, by the host's rules or by the broker.
     *
     * @param rejection what and why
     * @param view what is known at this moment
     * @return what to do now; by default nothing
     */
    default Decision onRejected(Rejection rejection, StrategyView view) {
        return Decision.hold();
    }

    /**
     * Called when a slow service answered a question of an earlier decision.
     *
     * @param answer what it said
     * @param view what is known at this moment
     * @return what to do now; by default nothing
     */
    default Decision onAnswer(Answer answer, StrategyView view) {
        return Decision.hold();
    }
}
