package io.tradetracker.indicators;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.testkit.Markets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The series that indicators are tested on: the shipped real data, and markets made from seeds. */
final class Samples {
    private static final Path FILES = Path.of("../../samples/data/files");

    private Samples() {}

    static CandleSeries sp500() {
        return load("us500-1d.csv", "US500", Timeframe.D1);
    }

    static CandleSeries bitcoin() {
        return load("btcusd-1m.csv", "BTC/USD", Timeframe.M1);
    }

    static Stream<CandleSeries> all() {
        Stream<CandleSeries> made = LongStream.rangeClosed(1, 5)
                .boxed()
                .flatMap(seed -> Markets.seeded(seed).all(2_000));
        return Stream.concat(Stream.of(sp500(), bitcoin()), made);
    }

    static double[] opens(CandleSeries series) {
        return IntStream.range(0, series.size()).mapToDouble(series::open).toArray();
    }

    static double[] highs(CandleSeries series) {
        return IntStream.range(0, series.size()).mapToDouble(series::high).toArray();
    }

    static double[] lows(CandleSeries series) {
        return IntStream.range(0, series.size()).mapToDouble(series::low).toArray();
    }

    static double[] closes(CandleSeries series) {
        return IntStream.range(0, series.size()).mapToDouble(series::close).toArray();
    }

    static double[] volumes(CandleSeries series) {
        return IntStream.range(0, series.size()).mapToDouble(series::volume).toArray();
    }

    private static CandleSeries load(String file, String instrument, Timeframe timeframe) {
        CandleSeries.Builder series = CandleSeries.builder(Instrument.of(instrument), timeframe);
        try {
            List<String> lines = Files.readAllLines(FILES.resolve(file));
            lines.stream().skip(1).map(line -> line.split(",", -1)).forEach(cells -> add(series, cells));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return series.build();
    }

    private static void add(CandleSeries.Builder to, String[] cells) {
        double[] numbers =
                Stream.of(cells).skip(1).mapToDouble(Double::parseDouble).toArray();
        long time = Instant.parse(cells[0]).toEpochMilli();
        to.add(time, numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
    }
}
