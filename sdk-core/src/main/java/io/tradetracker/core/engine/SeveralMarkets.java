package io.tradetracker.core.engine;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.core.simulation.StrategyAccount;

/**
 * The instruments of a run at a moment at which candles of several opened. Each step takes which candle of each series
 * is meant, −1 for an instrument that has none. Used by one thread.
 */
final class SeveralMarkets {
    private final EngineMarket[] markets;
    private final StrategyAccount broker;

    SeveralMarkets(EngineMarket[] markets, StrategyAccount broker) {
        this.markets = markets;
        this.broker = broker;
    }

    void open(long timeMillis, CandleSeries[] series, int[] at) {
        for (int m = 0; m < at.length; m++) {
            if (at[m] >= 0 && markets[m].opens(timeMillis)) {
                broker.onOpen(m, timeMillis, series[m].open(at[m]));
            }
        }
    }

    /** Opens candles from before the run, of which the broker hears nothing. */
    void openUnseen(long timeMillis, int[] at) {
        for (int m = 0; m < at.length; m++) {
            if (at[m] >= 0) {
                markets[m].opens(timeMillis);
            }
        }
    }

    void range(CandleSeries[] series, int[] at) {
        for (int m = 0; m < at.length; m++) {
            if (at[m] >= 0) {
                broker.onRange(m, series[m].high(at[m]), series[m].low(at[m]), series[m].close(at[m]));
            }
        }
    }

    void publish(CandleSeries[] series, int[] at) {
        for (int m = 0; m < at.length; m++) {
            if (at[m] >= 0) {
                CandleSeries c = series[m];
                int i = at[m];
                markets[m].publish(c.timeMillis(i), c.open(i), c.high(i), c.low(i), c.close(i), c.volume(i));
                broker.onClose(m, c.close(i));
            }
        }
    }

    /** {@return whether each has what its indicators need} */
    boolean areReady() {
        for (EngineMarket market : markets) {
            if (!market.isReady()) {
                return false;
            }
        }
        return true;
    }
}
