package io.tradetracker.core.study;

import io.tradetracker.api.indicator.Indicator;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.indicators.IndicatorTrack;

/** The average true range of 14 candles, at each candle of a series. */
final class TrueRanges {
    private static final int PERIOD = 14;

    private final double[] means;

    private TrueRanges(double[] means) {
        this.means = means;
    }

    static TrueRanges of(CandleSeries candles) {
        IndicatorTrack track = new IndicatorTrack(candles.timeframe());
        Indicator atr = track.indicators().atr(PERIOD);
        track.seal();
        track.useSeries(candles);
        double[] means = new double[candles.size()];
        for (int i = 0; i < means.length; i++) {
            track.advance();
            means[i] = i + 1 < PERIOD ? 0 : atr.value();
        }
        return new TrueRanges(means);
    }

    /** {@return the mean at a candle, with its own range; 0 before there are enough candles} */
    double mean(int candle) {
        return means[candle];
    }
}
