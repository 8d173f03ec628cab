package io.tradetracker.core.engine;

import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.strategy.PositionSize;
import io.tradetracker.core.simulation.Costs;
import io.tradetracker.core.simulation.FillAt;

/**
 * What a run is configured with, besides its strategy. Immutable.
 *
 * @param instrument what is traded
 * @param timeframe of the candles that come in
 * @param cash what the account starts with, in the instrument's currency
 * @param size units of an entry that names no size
 * @param costs what trading costs
 * @param fillAt when market orders fill
 * @param seed of the strategy's random numbers
 */
public record EngineSettings(
        Instrument instrument,
        Timeframe timeframe,
        double cash,
        PositionSize size,
        Costs costs,
        FillAt fillAt,
        long seed) {
    /** @throws IllegalArgumentException when the cash is not above zero and finite */
    public EngineSettings {
        if (!(cash > 0) || Double.isInfinite(cash)) {
            throw new IllegalArgumentException("cash " + cash + " must be above zero and finite");
        }
    }

    /** {@return settings with 10,000 of cash, one unit an entry, no costs, fills at the next open} */
    public static EngineSettings of(Instrument instrument, Timeframe timeframe) {
        return new EngineSettings(
                instrument, timeframe, 10_000, PositionSize.units(1), Costs.NONE, FillAt.NEXT_OPEN, 42);
    }
}
