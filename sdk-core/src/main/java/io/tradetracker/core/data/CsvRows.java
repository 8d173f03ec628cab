package io.tradetracker.core.data;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.tradetracker.api.error.TradeTrackerException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows below the header of a CSV text, one at a time. */
final class CsvRows implements AutoCloseable {
    private static final int LONGEST_FIELD = 16_384;

    private final String name;
    private final InputStream in;
    private final CloseableIterator<CsvRecord> records;
    private final CsvHeader header;
    private long line;

    private CsvRows(String name, InputStream in, CloseableIterator<CsvRecord> records, List<String> columns)
            throws LineFault {
        this.name = name;
        this.in = in;
        this.records = records;
        CsvRecord first = nextRecord();
        if (first == null) {
            throw new TradeTrackerException(
                    DataError.EMPTY_FILE, name + " is empty; its first line must be " + String.join(",", columns));
        }
        header = CsvHeader.of(name, first.getFields(), columns);
    }

    /**
     * Reads the header.
     *
     * @param columns what each row must have
     * @throws TradeTrackerException when there is no header that names the columns
     */
    static CsvRows open(InputStream in, String name, List<String> columns) {
        try {
            Reader text = TextInput.text(in);
            return new CsvRows(name, in, reader(text).iterator(), columns);
        } catch (LineFault fault) {
            throw closed(in, Problems.unreadable(name, fault.toProblem()));
        } catch (IOException failed) {
            throw closed(in, Problems.unreadable(name, ioFault(1, failed).toProblem()));
        } catch (TradeTrackerException refused) {
            throw closed(in, refused);
        }
    }

    private static TradeTrackerException closed(InputStream in, TradeTrackerException refusal) {
        try (in) {
            return refusal;
        } catch (IOException alsoFailed) {
            refusal.addSuppressed(alsoFailed);
            return refusal;
        }
    }

    private static CsvReader<CsvRecord> reader(Reader text) {
        return CsvReader.builder()
                .fieldSeparator(',')
                .maxBufferSize(LONGEST_FIELD)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text);
    }

    /** {@return the next row, null at the end} */
    @Nullable
    CsvRow next() throws LineFault {
        CsvRecord record = nextRecord();
        return record == null ? null : header.row(record);
    }

    private @Nullable CsvRecord nextRecord() throws LineFault {
        try {
            if (!records.hasNext()) {
                return null;
            }
            CsvRecord record = records.next();
            line = record.getStartingLineNumber();
            return record;
        } catch (CsvParseException broken) {
            throw new LineFault(
                    line + 1,
                    DataError.BROKEN_LINE,
                    "has a quotation mark that is not closed, or more than " + LONGEST_FIELD
                            + " characters without a comma; is this a CSV file?",
                    true);
        } catch (UncheckedIOException failed) {
            throw ioFault(line + 1, failed.getCause());
        }
    }

    private static LineFault ioFault(long line, @Nullable IOException failed) {
        if (failed instanceof CharacterCodingException) {
            return new LineFault(
                    line, DataError.NOT_TEXT, "or one after it is no UTF-8 text; save the file as CSV in UTF-8", true);
        }
        return new LineFault(
                line,
                DataError.UNREADABLE,
                "or one after it cannot be read (" + failed + "); fetch the file again",
                true);
    }

    String name() {
        return name;
    }

    @Override
    public void close() {
        try (in) {
            records.close();
        } catch (IOException failed) {
            throw new TradeTrackerException(DataError.UNREADABLE, "cannot close " + name + ": " + failed, failed);
        }
    }
}
