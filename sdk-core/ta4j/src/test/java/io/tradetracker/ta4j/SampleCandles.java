package io.tradetracker.ta4j;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.core.data.CandleCsv;
import io.tradetracker.testkit.Markets;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Candles that tests of the bridge run over. */
final class SampleCandles {
    private static final Path FILES = Path.of("..", "..", "samples", "data", "files");

    private SampleCandles() {}

    /** {@return made markets whose sums are exact, and the shipped ones} */
    static Stream<CandleSeries> all() {
        return Stream.concat(made(11, 3_000), shipped());
    }

    /** {@return markets of every shape on a grid of 1/32} */
    static Stream<CandleSeries> made(long seed, int size) {
        return new Markets(seed, Timeframe.M15, 32).all(size);
    }

    static Stream<CandleSeries> shipped() {
        return Stream.of(
                shipped("us500-1d.csv", Timeframe.D1),
                shipped("aapl-1d.csv", Timeframe.D1),
                shipped("btcusd-1m.csv", Timeframe.M1),
                shipped("ethusd-5m.csv", Timeframe.M5));
    }

    static CandleSeries shipped(String file, Timeframe timeframe) {
        return CandleCsv.read(FILES.resolve(file), Instrument.of(file), timeframe);
    }
}
