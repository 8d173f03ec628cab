package io.tradetracker.core.study;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.indicators.candlestick.CandlestickPattern;
import io.tradetracker.indicators.candlestick.CandlestickScan;
import io.tradetracker.indicators.candlestick.CandlestickSignals;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds a candlestick pattern; its levels are the extremes of its candles. */
record CandlestickFinder(CandlestickPattern pattern, double atrs) implements StudiedPattern.Finder {
    CandlestickFinder {
        if (!(atrs > 0 && atrs <= 1000)) {
            throw new IllegalArgumentException(
                    "the target of " + pattern.id() + ", " + atrs + " average true ranges, must be above 0, to 1000");
        }
    }

    @Override
    public List<Occurrence> find(CandleSeries candles) {
        CandlestickScan scan = new CandlestickScan(Set.of(pattern));
        TrueRanges ranges = TrueRanges.of(candles);
        List<Occurrence> all = new ArrayList<>();
        for (int i = 0; i < candles.size(); i++) {
            scan.update(candles.open(i), candles.high(i), candles.low(i), candles.close(i));
            if (scan.count() > 0 && ranges.mean(i) > 0) {
                all.add(occurrence(candles, i, scan, atrs * ranges.mean(i)));
            }
        }
        return all;
    }

    private Occurrence occurrence(CandleSeries candles, int last, CandlestickScan scan, double distance) {
        double high = candles.high(last);
        double low = candles.low(last);
        for (int i = last - scan.length(pattern) + 1; i < last; i++) {
            high = Math.max(high, candles.high(i));
            low = Math.min(low, candles.low(i));
        }
        if (pattern.signals() == CandlestickSignals.NEUTRAL) {
            return new Occurrence(last, 0, high, low, high + distance);
        }
        return scan.signal(pattern) > 0
                ? new Occurrence(last, 1, high, low, high + distance)
                : new Occurrence(last, -1, low, high, low - distance);
    }
}
