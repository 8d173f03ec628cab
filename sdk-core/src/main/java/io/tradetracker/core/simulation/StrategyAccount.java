package io.tradetracker.core.simulation;

import io.tradetracker.api.indicator.Indicator;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.order.FillReason;
import io.tradetracker.api.strategy.Intent;
import io.tradetracker.api.strategy.OrderView;
import io.tradetracker.api.strategy.PositionView;
import io.tradetracker.api.strategy.Rejection;
import io.tradetracker.core.risk.KillSwitch;
import io.tradetracker.core.risk.RefusedCheck;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a strategy trades on: the simulated account, or its part of a real one. Instruments are counted from 0, the
 * strategy's own. Used by one thread.
 */
public sealed interface StrategyAccount permits SimulatedBroker, LiveAccount {
    /** Sets the indicators whose values may be distances of trailing stops; each has a name of its own. */
    void indicators(List<Indicator> declared);

    /** A candle opened at this price. */
    void onOpen(int instrument, long timeMillis, double price);

    /** The prices of the candle that opened last are known. */
    void onRange(int instrument, double high, double low, double close);

    /** The candle is over, and its indicators are up to date. */
    void onClose(int instrument, double close);

    /** Every candle that closes at this moment is over. */
    void onMoment(long timeMillis);

    /** Candles closed while nobody ran the strategy. */
    void onUnattendedMoment();

    /** {@return whether nothing can happen in the next candle, so that it need not be told} */
    boolean isQuiet(int instrument);

    /** {@return candles in which nothing can happen, while they pass} */
    QuietStretch quietStretch();

    /** A candle in which nothing could happen is over. */
    void onQuietCandle(int instrument, long timeMillis, double open, double close);

    /** Computes the equity at the closes of candles in which nothing could happen. */
    void quietEquity(CandleSeries series, int from, int to, double[] equity);

    /** Fills market orders at the closes of the candles just finished, where the run is configured so. */
    void fillAtClose(long closeTimeMillis);

    /** Closes every position at the last close. */
    void closeAll(FillReason reason, long timeMillis);

    /**
     * Takes what one decision wants, in its order. What cannot be done is added to {@link #rejections()}.
     *
     * @param timeMillis the moment of the decision
     * @param nextCandleOnly whether its orders may not fill in the candle in progress
     */
    void submit(List<Intent> intents, long timeMillis, boolean nextCandleOnly);

    /** The run is halted: orders that would open or enlarge a position are taken back; the rest stays. */
    void halt(long timeMillis);

    /** Somebody pulled the kill switch. */
    void kill(KillSwitch killSwitch);

    /** Somebody lets entries go on. */
    void resume(Instant time, String reason);

    /** {@return the switch that was pulled; null when there is none} */
    @Nullable
    KillSwitch killSwitch();

    /** {@return the open position of an instrument; a live view} */
    PositionView position(int instrument);

    /** {@return orders of an instrument that wait, oldest first} */
    List<OrderView> orders(int instrument);

    /** {@return all fills so far; a live view} */
    FillLog fills();

    /** {@return everything refused so far, oldest first; a live view} */
    List<Rejection> rejections();

    /** {@return the checks of the order rules that refused something so far, oldest first; a live view} */
    List<RefusedCheck> refusedChecks();

    /** {@return money that is free, in the account's currency} */
    double cash();

    /** {@return what the account is worth, in its currency} */
    double equity();
}
