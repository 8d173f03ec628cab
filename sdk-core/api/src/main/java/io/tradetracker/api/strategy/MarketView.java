package io.tradetracker.api.strategy;

import io.tradetracker.api.indicator.Candles;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.Timeframe;
import java.util.List;

/** What a strategy may know of one instrument at one moment. Valid during one call only. */
public interface MarketView {
    /** {@return what it is about} */
    Instrument instrument();

    /** {@return its closed candles of the run's own timeframe} */
    Candles candles();

    /**
     * {@return its closed candles of a timeframe}
     *
     * @throws IllegalArgumentException when the strategy did not declare it
     */
    Candles candles(Timeframe timeframe);

    /** {@return what the strategy holds of it} */
    PositionView position();

    /** {@return the strategy's orders for it that wait to be filled, oldest first} */
    List<OrderView> orders();

    /**
     * {@return whether one of its candles closed at this very moment; false when it had none, while another instrument
     * of the run had one}
     */
    boolean hasNewCandle();

    /**
     * {@return whether one of its candles has opened and not yet closed} A fill that a strategy hears of in a candle
     * happened in it or while nobody ran the strategy; one it hears of between two candles happened at the close of the
     * first.
     */
    boolean isInCandle();
}
