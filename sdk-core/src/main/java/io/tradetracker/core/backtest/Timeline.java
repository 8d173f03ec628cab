package io.tradetracker.core.backtest;

import io.tradetracker.api.market.CandleSeries;
import java.util.List;

/** The moments of several series, in order: at each, which candle of each series opened. Used by one thread. */
final class Timeline {
    private final CandleSeries[] series;
    private final int[] next;
    private final int[] at;
    private long time;

    Timeline(List<CandleSeries> candles) {
        series = candles.toArray(CandleSeries[]::new);
        next = new int[series.length];
        at = new int[series.length];
    }

    /** {@return how many moments there are in all} */
    static int moments(List<CandleSeries> candles) {
        if (candles.size() == 1) {
            return candles.getFirst().size();
        }
        Timeline timeline = new Timeline(candles);
        int count = 0;
        while (timeline.advance()) {
            count++;
        }
        return count;
    }

    /** {@return false when there is no later moment} */
    boolean advance() {
        time = Long.MAX_VALUE;
        for (int s = 0; s < series.length; s++) {
            if (next[s] < series[s].size()) {
                time = Math.min(time, series[s].timeMillis(next[s]));
            }
        }
        if (time == Long.MAX_VALUE) {
            return false;
        }
        for (int s = 0; s < series.length; s++) {
            boolean opens = next[s] < series[s].size() && series[s].timeMillis(next[s]) == time;
            at[s] = opens ? next[s]++ : -1;
        }
        return true;
    }

    long timeMillis() {
        return time;
    }

    CandleSeries[] series() {
        return series;
    }

    int[] at() {
        return at;
    }
}
