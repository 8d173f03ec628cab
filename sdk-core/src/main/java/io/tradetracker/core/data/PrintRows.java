package io.tradetracker.core.data;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.Print;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The prints of a file, one at a time. */
final class PrintRows implements Iterator<Print> {
    static final List<String> COLUMNS = List.of("time", "price", "size");

    private final CsvRows rows;
    private final InstrumentId instrument;
    private final TimeColumn times = new TimeColumn(0);
    private Instant last = Instant.MIN;
    private @Nullable Print next;
    private boolean ended;

    PrintRows(CsvRows rows, InstrumentId instrument) {
        this.rows = rows;
        this.instrument = instrument;
    }

    @Override
    public boolean hasNext() {
        if (next == null && !ended) {
            next = read();
            ended = next == null;
        }
        return next != null;
    }

    @Override
    public Print next() {
        Print print = hasNext() ? next : null;
        if (print == null) {
            throw new NoSuchElementException("no print after " + last);
        }
        next = null;
        return print;
    }

    private @Nullable Print read() {
        try {
            CsvRow row = rows.next();
            if (row == null && last.equals(Instant.MIN)) {
                throw new TradeTrackerException(
                        DataError.EMPTY_FILE, rows.name() + " has a header but no prints below it");
            }
            return row == null ? null : print(row);
        } catch (LineFault fault) {
            ended = true;
            throw Problems.unreadable(rows.name(), fault.toProblem());
        }
    }

    private Print print(CsvRow row) throws LineFault {
        Instant time = times.read(row);
        if (time.isBefore(last)) {
            throw row.fault(
                    DataError.UNSORTED, "time " + time + " is before the print above, " + last + "; sort oldest first");
        }
        last = time;
        return new Print(instrument, time, row.number(1), row.amount(2));
    }
}
