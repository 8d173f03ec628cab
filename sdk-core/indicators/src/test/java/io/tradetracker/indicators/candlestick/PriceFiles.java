package io.tradetracker.indicators.candlestick;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The real candles that come with the samples. */
final class PriceFiles {
    private static final Path FILES = Path.of("../../samples/data/files");

    private PriceFiles() {}

    static Stream<Prices> all() {
        return Stream.of("us500-1d.csv", "aapl-1d.csv", "btcusd-1m.csv", "ethusd-5m.csv")
                .map(PriceFiles::load);
    }

    static Prices load(String file) {
        try {
            List<String> lines = Files.readAllLines(FILES.resolve(file));
            Prices prices = Prices.empty(file, lines.size() - 1);
            for (int i = 0; i < prices.size(); i++) {
                double[] cells = Stream.of(lines.get(i + 1).split(",", -1))
                        .skip(1)
                        .mapToDouble(Double::parseDouble)
                        .toArray();
                prices.set(i, cells[0], cells[1], cells[2], cells[3]);
            }
            return prices;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
