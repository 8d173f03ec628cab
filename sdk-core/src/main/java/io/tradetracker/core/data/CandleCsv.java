package io.tradetracker.core.data;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.Timeframe;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Candles as CSV with the columns {@code time,open,high,low,close,volume}, all of them required.
 *
 * <p>A time is the open time of its candle, aligned to the timeframe, later than the line above. Prices may be
 * negative, volume may not. Candles may be missing between two lines. Reading takes time and memory in proportion to
 * the candles; no line is held longer than it takes to read it.
 */
public final class CandleCsv {
    private static final int PROBLEMS_IN_A_MESSAGE = 10;
    private static final int PROBLEMS_IN_A_REPORT = 20;

    private CandleCsv() {}

    /**
     * Reads a whole file, or nothing.
     *
     * @param file plain or gzip
     * @return its candles, at least one
     * @throws io.tradetracker.api.error.TradeTrackerException a {@link DataError}; the message names the file and the
     *     first ten faulty lines
     */
    public static CandleSeries read(Path file, Instrument instrument, Timeframe timeframe) {
        return read(file, instrument, timeframe, ReadProgress.NONE);
    }

    /**
     * Reads a whole file, or nothing, and tells how far it is.
     *
     * @return as {@link #read(Path, Instrument, Timeframe)}
     * @throws io.tradetracker.api.error.TradeTrackerException as {@link #read(Path, Instrument, Timeframe)}
     */
    public static CandleSeries read(Path file, Instrument instrument, Timeframe timeframe, ReadProgress progress) {
        return read(TextInput.open(file, progress), file.toString(), instrument, timeframe);
    }

    /**
     * Reads a whole stream, or nothing, and closes it.
     *
     * @param in plain or gzip
     * @param name what messages call it
     * @return its candles, at least one
     * @throws io.tradetracker.api.error.TradeTrackerException as {@link #read(Path, Instrument, Timeframe)}
     */
    public static CandleSeries read(InputStream in, String name, Instrument instrument, Timeframe timeframe) {
        CandleScan scan = CandleScan.of(CandleScan.open(in, name), instrument, timeframe, PROBLEMS_IN_A_MESSAGE);
        if (!scan.problems().isEmpty()) {
            throw scan.problems().toException(name);
        }
        return scan.candles();
    }

    /**
     * Looks for all that is wrong or odd in a file.
     *
     * @param file plain or gzip
     * @return what was found; good files give a report without problems
     * @throws io.tradetracker.api.error.TradeTrackerException a {@link DataError} when there is no line to check: a
     *     missing or empty file, a wrong header, no text
     */
    public static DataReport check(Path file, Timeframe timeframe) {
        return check(file, timeframe, ReadProgress.NONE);
    }

    /**
     * Looks for all that is wrong or odd in a file, and tells how far it is.
     *
     * @return as {@link #check(Path, Timeframe)}
     * @throws io.tradetracker.api.error.TradeTrackerException as {@link #check(Path, Timeframe)}
     */
    public static DataReport check(Path file, Timeframe timeframe, ReadProgress progress) {
        CsvRows csv = CandleScan.open(TextInput.open(file, progress), file.toString());
        Instrument any = Instrument.of("ANY");
        return CandleCheck.report(csv.name(), CandleScan.of(csv, any, timeframe, PROBLEMS_IN_A_REPORT));
    }

    /**
     * {@return a sentence when no two candles are as close as their timeframe says, as with days read as hours; empty
     * when all is well or there are fewer than three}
     */
    public static Optional<String> suspiciousTimeframe(CandleSeries candles) {
        return StepCheck.suspicion(candles);
    }

    /**
     * Writes a file that {@link #read} turns into an equal series. An existing file is replaced; when this fails it is
     * left as it was.
     *
     * @throws io.tradetracker.api.error.TradeTrackerException {@link DataError#NOT_WRITABLE}
     */
    public static void write(CandleSeries candles, Path file) {
        WholeFile.write(file, out -> {
            out.write(CandleScan.header() + "\n");
            for (int i = 0; i < candles.size(); i++) {
                writeCandle(candles, i, out);
            }
        });
    }

    private static void writeCandle(CandleSeries candles, int i, Writer out) throws IOException {
        out.write(candles.time(i).toString());
        double[] numbers = {candles.open(i), candles.high(i), candles.low(i), candles.close(i), candles.volume(i)};
        for (double number : numbers) {
            out.write(',');
            out.write(plain(number));
        }
        out.write('\n');
    }

    private static String plain(double number) {
        return number == 0
                ? "0"
                : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
