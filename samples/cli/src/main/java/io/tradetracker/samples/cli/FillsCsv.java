package io.tradetracker.samples.cli;

import io.tradetracker.api.order.Fill;
import io.tradetracker.core.data.WholeFile;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;

/** Writes fills, one a line: times in UTC, decimals without exponent or trailing zeros. */
final class FillsCsv {
    private static final String HEADER = "time,instrument,side,quantity,price,fee,reason\n";

    private FillsCsv() {}

    static void write(List<Fill> fills, Path file) {
        WholeFile.write(file, out -> {
            out.write(HEADER);
            for (Fill fill : fills) {
                write(fill, out);
            }
        });
    }

    private static void write(Fill fill, Writer out) throws IOException {
        out.write(String.join(
                ",",
                fill.time().toString(),
                fill.instrument().toString(),
                fill.side().name(),
                plain(fill.quantity()),
                plain(fill.price()),
                plain(fill.fee()),
                fill.reason().name()));
        out.write('\n');
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
