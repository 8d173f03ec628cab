package io.tradetracker.core.engine;

import io.tradetracker.api.market.Timeframe;
import io.tradetracker.indicators.IndicatorTrack;

/**
 * Builds the candles of a longer timeframe from those of the run, and publishes each only when it is over. One that had
 * begun before the first candle came in is left out: a part would pass for the whole.
 */
final class LongerTrack {
    final IndicatorTrack track;
    private final Timeframe timeframe;
    private final long baseMillis;
    private boolean building;
    private long partial = Long.MIN_VALUE;
    private long bucket;
    private long bucketEnd;
    private double open;
    private double high;
    private double low;
    private double close;
    private double volume;

    LongerTrack(Timeframe timeframe, Timeframe base, String place) {
        track = new IndicatorTrack(timeframe, "@" + timeframe + place);
        this.timeframe = timeframe;
        baseMillis = base.millis();
    }

    /** Takes in a closed candle of the run. */
    void add(long timeMillis, double o, double h, double l, double c, double v) {
        if (!building || timeMillis >= bucketEnd) {
            long itsBucket = timeframe.openOf(timeMillis);
            if (isPartOfTheFirst(timeMillis, itsBucket)) {
                return;
            }
            if (building) {
                publishBuilt();
            }
            begin(itsBucket, o, h, l, v);
        } else {
            high = Math.max(high, h);
            low = Math.min(low, l);
            volume += v;
        }
        close = c;
        if (timeMillis + baseMillis >= bucketEnd) {
            publishBuilt();
        }
    }

    private void begin(long itsBucket, double o, double h, double l, double v) {
        building = true;
        bucket = itsBucket;
        bucketEnd = itsBucket + timeframe.millis();
        open = o;
        high = h;
        low = l;
        volume = v;
    }

    private boolean isPartOfTheFirst(long timeMillis, long itsBucket) {
        if (partial == Long.MIN_VALUE) {
            partial = timeMillis == itsBucket ? Long.MAX_VALUE : itsBucket;
        }
        return partial == itsBucket;
    }

    private void publishBuilt() {
        building = false;
        track.onCandle(bucket, open, high, low, close, volume);
    }
}
