package io.tradetracker.ta4j;

import io.tradetracker.api.indicator.Candles;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Timeframe;

/** Candles of a series up to one that moves. */
final class MovingCandles implements Candles {
    private final CandleSeries series;
    private int at = -1;

    MovingCandles(CandleSeries series) {
        this.series = series;
    }

    /** {@return whether there was another candle to move on to} */
    boolean advance() {
        at++;
        return at < series.size();
    }

    @Override
    public Timeframe timeframe() {
        return series.timeframe();
    }

    @Override
    public int size() {
        return at + 1;
    }

    @Override
    public long timeMillis(int ago) {
        return series.timeMillis(at - ago);
    }

    @Override
    public double open(int ago) {
        return series.open(at - ago);
    }

    @Override
    public double high(int ago) {
        return series.high(at - ago);
    }

    @Override
    public double low(int ago) {
        return series.low(at - ago);
    }

    @Override
    public double close(int ago) {
        return series.close(at - ago);
    }

    @Override
    public double volume(int ago) {
        return series.volume(at - ago);
    }
}
