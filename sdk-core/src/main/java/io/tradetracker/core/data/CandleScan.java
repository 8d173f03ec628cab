package io.tradetracker.core.data;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.market.Candle;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.Timeframe;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One pass over the candles of a file: the good ones go into a series, the others become problems. */
final class CandleScan {
    private static final List<String> COLUMNS = List.of("time", "open", "high", "low", "close", "volume");

    private final Timeframe timeframe;
    private final Problems problems;
    private final CandleSeries.Builder candles;
    private final TimeColumn times = new TimeColumn(0);
    private final CandleOrder order;
    private long rows;
    private @Nullable Instant first;

    private CandleScan(Instrument instrument, Timeframe timeframe, int keptProblems) {
        this.timeframe = timeframe;
        problems = new Problems(keptProblems);
        candles = CandleSeries.builder(instrument, timeframe);
        order = new CandleOrder(candles, timeframe, problems);
    }

    static String header() {
        return String.join(",", COLUMNS);
    }

    static CsvRows open(InputStream in, String name) {
        return CsvRows.open(in, name, COLUMNS);
    }

    /** Scans to the end and closes. */
    static CandleScan of(CsvRows csv, Instrument instrument, Timeframe timeframe, int keptProblems) {
        CandleScan scan = new CandleScan(instrument, timeframe, keptProblems);
        try (csv) {
            while (scan.next(csv)) {
                scan.rows++;
            }
        }
        scan.order.end();
        if (scan.rows == 0 && scan.problems.isEmpty()) {
            throw new TradeTrackerException(DataError.EMPTY_FILE, csv.name() + " has a header but no candles below it");
        }
        return scan;
    }

    private boolean next(CsvRows csv) {
        try {
            CsvRow row = csv.next();
            if (row != null) {
                add(row);
            }
            return row != null;
        } catch (LineFault fault) {
            problems.add(fault);
            return !fault.isFatal();
        }
    }

    private void add(CsvRow row) throws LineFault {
        Instant time = time(row);
        double open = row.number(1);
        double high = row.number(2);
        double low = row.number(3);
        double close = row.number(4);
        double volume = row.amount(5);
        if (high < Math.max(open, close) || low > Math.min(open, close)) {
            throw row.fault(DataError.BROKEN_RANGE, brokenRange(row, high < low));
        }
        order.add(new CandleOrder.Line(row.line(), new Candle(time, open, high, low, close, volume)));
    }

    private Instant time(CsvRow row) throws LineFault {
        Instant time = times.read(row);
        if (rows == 0) {
            first = time;
        } else if (rows == 1 && first != null && times.couldBeMillis(first, time, timeframe)) {
            throw new LineFault(
                    row.line(),
                    DataError.MALFORMED_TIME,
                    "time " + row.text(0) + " could be seconds or milliseconds since 1970; write times like "
                            + Instant.ofEpochMilli(time.getEpochSecond()),
                    true);
        }
        if (!timeframe.openOf(time).equals(time)) {
            throw row.fault(
                    DataError.MISALIGNED_TIME,
                    "time " + time + " is no open time of a " + timeframe + " candle, the one it falls into opens at "
                            + timeframe.openOf(time) + "; is the timeframe right?");
        }
        return time;
    }

    private static String brokenRange(CsvRow row, boolean swapped) throws LineFault {
        return swapped
                ? "high " + row.text(2) + " is below low " + row.text(3)
                : "high " + row.text(2) + " and low " + row.text(3) + " do not enclose open " + row.text(1)
                        + " and close " + row.text(4);
    }

    long rows() {
        return rows;
    }

    Problems problems() {
        return problems;
    }

    CandleSeries candles() {
        return candles.build();
    }
}
