package io.tradetracker.core.data;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.Timeframe;
import java.util.List;
import java.util.Random;

/** Candles of any size, sign and magnitude, with gaps. */
final class RandomCandles {
    private RandomCandles() {}

    static CandleSeries series(Random random, int size) {
        List<Timeframe> timeframes = List.of(Timeframe.M1, Timeframe.H4, Timeframe.D1, Timeframe.W1);
        Timeframe timeframe = timeframes.get(random.nextInt(timeframes.size()));
        CandleSeries.Builder candles = CandleSeries.builder(Instrument.of("RANDOM"), timeframe);
        long time = timeframe.openOf(random.nextLong(-2_000_000_000_000L, 2_000_000_000_000L));
        for (int i = 0; i < size; i++) {
            double open = number(random);
            double close = number(random);
            double high = Math.max(open, close) + Math.abs(number(random));
            double low = Math.min(open, close) - Math.abs(number(random));
            candles.add(time, open, high, low, close, random.nextInt(5) == 0 ? 0 : Math.abs(number(random)));
            time += timeframe.millis() * (1 + random.nextInt(10) / 9 * random.nextInt(50));
        }
        return candles.build();
    }

    private static double number(Random random) {
        return random.nextGaussian() * Math.pow(10, random.nextInt(-12, 13));
    }
}
