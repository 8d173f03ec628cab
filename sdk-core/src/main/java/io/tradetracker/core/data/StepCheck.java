package io.tradetracker.core.data;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Timeframe;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;

/** Whether candles are as far apart as their timeframe says. */
final class StepCheck {
    private static final int FEWEST_CANDLES = 3;

    private StepCheck() {}

    static Optional<String> suspicion(CandleSeries candles) {
        if (candles.size() < FEWEST_CANDLES) {
            return Optional.empty();
        }
        long smallest = IntStream.range(1, candles.size())
                .mapToLong(i -> candles.timeMillis(i) - candles.timeMillis(i - 1))
                .min()
                .orElseThrow();
        Timeframe found = Timeframe.of(Duration.ofMillis(smallest));
        return smallest == candles.timeframe().millis()
                ? Optional.empty()
                : Optional.of("the timeframe is " + candles.timeframe() + ", but no two candles are closer than "
                        + found + "; is it " + found + "?");
    }
}
