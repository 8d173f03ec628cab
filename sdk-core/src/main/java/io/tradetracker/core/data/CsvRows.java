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
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rows below the header of a CSV text, one at a time. */
final class CsvRows implements AutoCloseable {
    /** A column that nobody needs may hold long text; a quotation mark that is not closed may not take it all. */
    private static final int LONGEST_FIELD = 1 << 20;

    private final String name;
    private final InputStream in;
    private final TextInput input;
    private final CloseableIterator<CsvRecord> records;
    private final CsvHeader header;
    private long line;

    private CsvRows(String name, InputStream in, List<String> columns) throws IOException, LineFault {
        this.name = name;
        this.in = in;
        input = new TextInput(in);
        records = reader(input.text()).iterator();
        CsvRecord first = nextRecord();
        if (first == null) {
            throw new TradeTrackerException(
                    DataError.EMPTY_FILE, name + " is empty; its first line must be " + String.join(",", columns));
        }
        requireText(first);
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
            return new CsvRows(name, in, columns);
        } catch (LineFault fault) {
            throw closed(in, Problems.unreadable(name, fault.toProblem()));
        } catch (IOException failed) {
            throw closed(in, Problems.unreadable(name, brokenOff(1, failed).toProblem()));
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
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text);
    }

    /** {@return the next row, null at the end} */
    @Nullable
    CsvRow next() throws LineFault {
        CsvRecord record = nextRecord();
        if (record == null) {
            return null;
        }
        requireText(record);
        return header.row(record);
    }

    private @Nullable CsvRecord nextRecord() throws LineFault {
        try {
            CsvRecord record = records.hasNext() ? records.next() : null;
            IOException failure = input.failure();
            // what was read before the failure may hold more whole lines
            if (failure != null && (record == null || !records.hasNext())) {
                throw brokenOff(record == null ? line + 1 : record.getStartingLineNumber(), failure);
            }
            line = record == null ? line : record.getStartingLineNumber();
            return record;
        } catch (CsvParseException broken) {
            throw broken(String.valueOf(broken.getMessage()));
        } catch (UncheckedIOException failed) {
            throw brokenOff(line + 1, failed.getCause());
        }
    }

    private static void requireText(CsvRecord record) throws LineFault {
        for (int i = 0; i < record.getFieldCount(); i++) {
            if (record.getField(i).indexOf(TextInput.NO_TEXT) >= 0) {
                throw new LineFault(
                        record.getStartingLineNumber(),
                        DataError.NOT_TEXT,
                        "has bytes that are no UTF-8 text; save the file as CSV in UTF-8",
                        false);
            }
        }
    }

    /** The reader tells only in words what it met. */
    private LineFault broken(String words) {
        IOException failure = input.failure();
        if (failure != null) {
            return brokenOff(line + 1, failure);
        }
        String tooLong = "has a field of more than " + LONGEST_FIELD
                + " characters: a quotation mark that is not closed, or no commas; is this a CSV file?";
        String stray = "has a quotation mark that is not closed, or text after a closing one; remove the marks";
        boolean knowsTheMark = words.startsWith("Unclosed");
        String why = knowsTheMark ? CsvHeader.UNCLOSED : words.startsWith("Unexpected") ? stray : tooLong;
        return new LineFault(line + 1, DataError.BROKEN_LINE, why, true);
    }

    private static LineFault brokenOff(long line, @Nullable IOException failed) {
        String reason = failed == null ? "" : " (" + Objects.requireNonNullElse(failed.getMessage(), failed) + ")";
        return new LineFault(
                line, DataError.UNREADABLE, "the file cannot be read from here on" + reason + "; fetch it again", true);
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
