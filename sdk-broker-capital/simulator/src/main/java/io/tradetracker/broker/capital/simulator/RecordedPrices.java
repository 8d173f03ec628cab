package io.tradetracker.broker.capital.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Prices that are all known, in memory. Immutable. */
public final class RecordedPrices implements PriceSource {
    private final List<Quote> quotes;

    private RecordedPrices(List<Quote> quotes) {
        this.quotes = List.copyOf(quotes);
        for (int i = 1; i < this.quotes.size(); i++) {
            if (this.quotes.get(i).time().isBefore(this.quotes.get(i - 1).time())) {
                throw new IllegalArgumentException("quotes must be in time order, but "
                        + this.quotes.get(i).time() + " comes after "
                        + this.quotes.get(i - 1).time());
            }
        }
    }

    /**
     * Given quotes.
     *
     * @param quotes in time order
     * @return the source
     */
    public static RecordedPrices of(List<Quote> quotes) {
        return new RecordedPrices(quotes);
    }

    /**
     * Candles of a file {@code time,open,high,low,close,...}, of which each becomes four quotes: open, the nearer and
     * the farther extreme, and close, a quarter of the candle apart. Prices of the file are bids.
     *
     * @param file CSV, or CSV in gzip
     * @param length of a candle
     * @param spread from bid to ask
     * @return the source
     * @throws IOException when the file cannot be read
     * @throws IllegalArgumentException when a line is wrong; the message names it
     */
    public static RecordedPrices candles(Path file, Duration length, BigDecimal spread) throws IOException {
        List<Quote> quotes = new ArrayList<>();
        for (Row row : rows(file, 5)) {
            List<BigDecimal> path = path(row.price(1), row.price(2), row.price(3), row.price(4));
            for (int quarter = 0; quarter < path.size(); quarter++) {
                Instant time = row.time().plus(length.multipliedBy(quarter).dividedBy(path.size()));
                quotes.add(quote(time, path.get(quarter), spread));
            }
        }
        return new RecordedPrices(quotes);
    }

    /** A candle that rises went down first. */
    private static List<BigDecimal> path(BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal close) {
        return close.compareTo(open) >= 0 ? List.of(open, low, high, close) : List.of(open, high, low, close);
    }

    /**
     * Trades of a file {@code time,price,...}. Prices of the file are bids.
     *
     * @param file CSV, or CSV in gzip
     * @param spread from bid to ask
     * @return the source
     * @throws IOException when the file cannot be read
     * @throws IllegalArgumentException when a line is wrong; the message names it
     */
    public static RecordedPrices trades(Path file, BigDecimal spread) throws IOException {
        List<Quote> quotes = new ArrayList<>();
        for (Row row : rows(file, 2)) {
            quotes.add(quote(row.time(), row.price(1), spread));
        }
        return new RecordedPrices(quotes);
    }

    /**
     * Candles of a file with five columns or more, trades of one with fewer. A candle is as long as the two nearest are
     * apart.
     *
     * @param file CSV, or CSV in gzip
     * @param spread from bid to ask
     * @return the source
     * @throws IOException when the file cannot be read
     * @throws IllegalArgumentException when a line is wrong; the message names it
     */
    public static RecordedPrices read(Path file, BigDecimal spread) throws IOException {
        List<Row> rows = rows(file, 2);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException(file + " has no prices: it needs a first line time,price or "
                    + "time,open,high,low,close, and lines below it");
        }
        return rows.getFirst().cells().size() < 5 ? trades(file, spread) : candles(file, shortest(rows), spread);
    }

    private static Duration shortest(List<Row> rows) {
        Duration shortest = Duration.ofDays(1);
        for (int i = 1; i < rows.size(); i++) {
            Duration apart =
                    Duration.between(rows.get(i - 1).time(), rows.get(i).time());
            shortest = apart.isPositive() && apart.compareTo(shortest) < 0 ? apart : shortest;
        }
        return shortest;
    }

    private static Quote quote(Instant time, BigDecimal bid, BigDecimal spread) {
        return new Quote(time, bid, bid.add(spread));
    }

    /** {@return when the first quote is} */
    public Instant start() {
        if (quotes.isEmpty()) {
            throw new IllegalStateException("these prices have no quote");
        }
        return quotes.getFirst().time();
    }

    @Override
    public Iterator<Quote> from(Instant from) {
        int low = 0;
        int high = quotes.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (quotes.get(middle).time().isBefore(from)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return quotes.subList(low, quotes.size()).iterator();
    }

    private record Row(Path file, int number, List<String> cells) {
        Instant time() {
            try {
                return Instant.parse(cells.getFirst());
            } catch (DateTimeException wrong) {
                throw wrong("a time such as 2026-03-02T09:00:00Z");
            }
        }

        BigDecimal price(int column) {
            try {
                return new BigDecimal(cells.get(column));
            } catch (NumberFormatException wrong) {
                throw wrong("a price in column " + (column + 1));
            }
        }

        IllegalArgumentException wrong(String expected) {
            return new IllegalArgumentException(
                    file + ", line " + number + ": expected " + expected + ", found " + String.join(",", cells));
        }
    }

    /** The first line names the columns. */
    private static List<Row> rows(Path file, int columns) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (InputStream bytes = Files.newInputStream(file);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(unzipped(file, bytes), StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                Row row = new Row(file, number, List.of(line.split(",", -1)));
                if (number > 1 && row.cells.size() < columns) {
                    throw row.wrong("at least " + columns + " columns");
                }
                if (number > 1) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private static InputStream unzipped(Path file, InputStream bytes) throws IOException {
        return file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
    }
}
