package io.tradetracker.core.data;

import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.Print;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Prints as CSV with the columns {@code time,price,size}, all of them required.
 *
 * <p>Several prints may share a time; none may be before the line above. Prices may be negative, sizes may not.
 */
public final class PrintCsv {
    private PrintCsv() {}

    /**
     * Streams a file, one line at a time.
     *
     * @param file plain or gzip
     * @return its prints, oldest first; the caller closes it. At the first faulty line it throws a
     *     {@code TradeTrackerException} with a {@link DataError} that names the line
     * @throws io.tradetracker.api.error.TradeTrackerException a {@link DataError} when the file cannot be opened or has
     *     no good header
     */
    public static Stream<Print> stream(Path file, InstrumentId instrument) {
        return stream(TextInput.open(file), file.toString(), instrument);
    }

    /**
     * Streams prints, one line at a time.
     *
     * @param in plain or gzip; closed with the stream
     * @param name what messages call it
     * @return as {@link #stream(Path, InstrumentId)}
     * @throws io.tradetracker.api.error.TradeTrackerException as {@link #stream(Path, InstrumentId)}
     */
    public static Stream<Print> stream(InputStream in, String name, InstrumentId instrument) {
        CsvRows rows = CsvRows.open(in, name, PrintRows.COLUMNS);
        int traits = Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(new PrintRows(rows, instrument), traits), false)
                .onClose(rows::close);
    }
}
