package io.tradetracker.charts.candles;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.charts.ChartSpec;

/**
 * Point-and-figure columns by highs and lows (du Plessis, "The Definitive Guide to Point and Figure", 2005): a column
 * of X is carried on by a high one box above its top; when it is not, a low as many boxes below its top as the reversal
 * begins a column of O one box below it. Columns of O likewise. A column opens at its first box's far edge and closes
 * at its last one's.
 */
final class Boxes {
    private final CandleSeries candles;
    private final double box;
    private final int reversal;
    private final BarRows rows = new BarRows(64);
    private boolean rising;
    private long top;
    private long bottom;
    private double volume;

    private Boxes(CandleSeries candles, double box, int reversal) {
        this.candles = candles;
        this.box = box;
        this.reversal = reversal;
    }

    static BarRows of(CandleSeries candles, ChartSpec.View view, double box, int reversal) {
        if (view.size() == 0) {
            return new BarRows(0);
        }
        Boxes boxes = new Boxes(candles, box, reversal);
        boxes.begin(view.from());
        for (int i = view.from() + 1; i < view.to(); i++) {
            boxes.next(i);
        }
        return boxes.rows;
    }

    private void begin(int i) {
        rising = candles.close(i) >= candles.open(i);
        top = above(candles.high(i));
        bottom = Math.min(below(candles.low(i)), top - 1);
        rows.add(candles.timeMillis(i), i, i);
        volume = candles.volume(i);
        tell();
    }

    private void next(int i) {
        volume += candles.volume(i);
        long high = above(candles.high(i));
        long low = below(candles.low(i));
        if (rising ? high > top : low < bottom) {
            top = rising ? high : top;
            bottom = rising ? bottom : low;
        } else if (rising ? low <= top - reversal : high >= bottom + reversal) {
            top = rising ? top - 1 : high;
            bottom = rising ? low : bottom + 1;
            rising = !rising;
            volume = candles.volume(i);
            rows.add(candles.timeMillis(i), i, i);
        }
        rows.last[rows.size - 1] = i;
        tell();
    }

    private void tell() {
        double high = top * box;
        double low = bottom * box;
        rows.prices(rising ? low : high, high, low, rising ? high : low, volume);
    }

    /** {@return the upper edge of the highest box that a price fills} */
    private long above(double price) {
        return (long) Math.floor(price / box + 1e-9);
    }

    /** {@return the lower edge of the lowest box that a price fills} */
    private long below(double price) {
        return (long) Math.ceil(price / box - 1e-9);
    }
}
