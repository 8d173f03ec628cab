package io.tradetracker.core.engine;

import io.tradetracker.api.market.Timeframe;
import io.tradetracker.indicators.CandleWindow;
import io.tradetracker.indicators.IndicatorPipeline;

/** The closed candles of one timeframe and the indicators on them. */
class TimeframeTrack {
    private final CandleWindow window;
    private final IndicatorPipeline indicators;

    TimeframeTrack(Timeframe timeframe, String place) {
        window = new CandleWindow(timeframe);
        indicators = new IndicatorPipeline(window, place);
    }

    final void publish(long timeMillis, double open, double high, double low, double close, double volume) {
        if (indicators.isInColumns()) {
            indicators.advance();
        } else {
            window.push(timeMillis, open, high, low, close, volume);
            indicators.update();
        }
    }

    final CandleWindow window() {
        return window;
    }

    final IndicatorPipeline indicators() {
        return indicators;
    }

    final Timeframe timeframe() {
        return window.timeframe();
    }
}
