package io.tradetracker.samples.cli;

import io.tradetracker.api.broker.MarketData;
import io.tradetracker.api.broker.MarketListener;
import io.tradetracker.api.broker.Subscription;
import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.PriceSide;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.core.candles.CandleError;
import io.tradetracker.core.data.CandleCsv;
import io.tradetracker.core.data.DataError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A market whose past is in CSV files of a folder, called after instrument, timeframe and side: {@code btcusd-1m.csv},
 * {@code us500-1h-bid.csv.gz}. Of a name only letters and digits count, in any case. It has no present, and says
 * nothing of what was before the first candle of a file or behind its last. A file is read once. Used by one thread.
 */
final class CsvMarket implements MarketData {
    private static final Pattern NAME =
            Pattern.compile("(?<instrument>.+?)-(?<timeframe>[0-9]+[a-z]+)(-(?<side>bid|ask|mid))?\\.csv(\\.gz)?");

    private final Path folder;
    private final Map<Path, CandleSeries> read = new HashMap<>();

    CsvMarket(Path folder) {
        this.folder = folder;
    }

    /** A file and what its name says. */
    private record PriceFile(Path path, String instrument, Timeframe timeframe, PriceSide side) {
        private static Optional<PriceFile> of(Path path) {
            Matcher name = NAME.matcher(String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT));
            if (!name.matches()) {
                return Optional.empty();
            }
            String side = name.group("side");
            return Optional.of(new PriceFile(
                    path,
                    letters(String.valueOf(name.group("instrument"))),
                    Timeframe.parse(String.valueOf(name.group("timeframe"))),
                    side == null ? PriceSide.LAST : new PriceSide(side.toUpperCase(Locale.ROOT))));
        }
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private List<PriceFile> files() {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.sorted().flatMap(path -> PriceFile.of(path).stream()).toList();
        } catch (IOException failed) {
            throw new TradeTrackerException(
                    DataError.UNREADABLE, "cannot read folder " + folder + ": " + failed, failed);
        }
    }

    @Override
    public List<Instrument> instruments() {
        return files().stream()
                .map(file -> Instrument.of(file.instrument().toUpperCase(Locale.ROOT)))
                .distinct()
                .toList();
    }

    @Override
    public List<PriceSide> sides() {
        return List.of(PriceSide.LAST, PriceSide.BID, PriceSide.ASK, PriceSide.MID);
    }

    @Override
    public CandleSeries history(InstrumentId instrument, Timeframe timeframe, Instant from, Instant to) {
        return history(instrument, timeframe, PriceSide.LAST, from, to);
    }

    @Override
    public CandleSeries history(
            InstrumentId instrument, Timeframe timeframe, PriceSide side, Instant from, Instant to) {
        Path path = file(instrument, timeframe, side);
        CandleSeries all =
                read.computeIfAbsent(path, each -> CandleCsv.read(each, Instrument.of(instrument.value()), timeframe));
        requireKnown(path, all, from, to);
        CandleSeries.Builder some = CandleSeries.builder(Instrument.of(instrument.value()), timeframe);
        for (int i = 0; i < all.size(); i++) {
            if (!all.time(i).isBefore(from) && all.time(i).isBefore(to)) {
                some.add(all.candle(i));
            }
        }
        return some.build();
    }

    private static void requireKnown(Path path, CandleSeries all, Instant from, Instant to) {
        Instant end = all.time(all.size() - 1).plus(all.timeframe().duration());
        if (from.isBefore(all.time(0)) || to.isAfter(end)) {
            throw new TradeTrackerException(
                    CandleError.NOT_COVERED,
                    "file " + path + " knows " + all.time(0) + " to " + end + ", and not all of " + from + " to " + to
                            + "; choose --from and --to within it");
        }
    }

    private Path file(InstrumentId instrument, Timeframe timeframe, PriceSide side) {
        List<PriceFile> fitting = files().stream()
                .filter(file -> file.instrument().equals(letters(instrument.value()))
                        && file.timeframe().equals(timeframe)
                        && file.side().equals(side))
                .toList();
        if (fitting.size() != 1) {
            throw new TradeTrackerException(
                    DataError.FILE_MISSING,
                    "folder " + folder + " has " + fitting.size() + " files of " + instrument + " " + timeframe + " "
                            + side + " and must have one; name it like btcusd-1m.csv or btcusd-1m-bid.csv");
        }
        return fitting.getFirst().path();
    }

    @Override
    public Subscription subscribe(InstrumentId instrument, MarketListener listener) {
        throw new UnsupportedOperationException("a folder of files has a past only");
    }

    @Override
    public void close() {
        // nothing is open
    }
}
