package io.tradetracker.core.study;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.indicators.chartpattern.ChartPattern;
import io.tradetracker.indicators.chartpattern.ChartPatternScan;
import io.tradetracker.indicators.chartpattern.Formation;
import io.tradetracker.indicators.chartpattern.PivotRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds a chart pattern. */
record ChartFinder(ChartPattern pattern) implements StudiedPattern.Finder {
    @Override
    public List<Occurrence> find(CandleSeries candles) {
        ChartPatternScan scan = new ChartPatternScan(Set.of(pattern), PivotRule.usual());
        List<Occurrence> all = new ArrayList<>();
        for (int i = 0; i < candles.size(); i++) {
            for (Formation found :
                    scan.onCandle(candles.timeMillis(i), candles.high(i), candles.low(i), candles.close(i))) {
                all.add(new Occurrence(
                        i, found.direction(), found.confirmation(), found.invalidation(), found.target()));
            }
        }
        return all;
    }
}
