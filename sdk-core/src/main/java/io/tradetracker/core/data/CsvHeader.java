package io.tradetracker.core.data;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.tradetracker.api.error.TradeTrackerException;
import java.util.List;
import java.util.Locale;

/**
 * Where the wanted columns are.
 *
 * @param columns the wanted columns
 * @param positions the field of each wanted column
 * @param width how many fields a line has
 */
record CsvHeader(List<String> columns, List<Integer> positions, int width) {
    static CsvHeader of(String name, List<String> fields, List<String> columns) {
        List<String> names = fields.stream()
                .map(field -> field.strip().toLowerCase(Locale.ROOT))
                .toList();
        List<String> missing =
                columns.stream().filter(column -> !names.contains(column)).toList();
        if (!missing.isEmpty()) {
            throw wrong(name, fields, columns, "lacks " + String.join(", ", missing));
        }
        for (String column : columns) {
            if (names.indexOf(column) != names.lastIndexOf(column)) {
                throw wrong(name, fields, columns, "names " + column + " twice");
            }
        }
        return new CsvHeader(columns, columns.stream().map(names::indexOf).toList(), fields.size());
    }

    CsvRow row(CsvRecord record) throws LineFault {
        if (record.getFieldCount() != width) {
            boolean fewer = record.getFieldCount() < width;
            throw new LineFault(
                    record.getStartingLineNumber(),
                    fewer ? DataError.MISSING_FIELD : DataError.EXTRA_FIELD,
                    "has " + record.getFieldCount() + " fields, but the header has " + width
                            + (fewer ? "" : "; write numbers without thousands separators"),
                    false);
        }
        return new CsvRow(record, this);
    }

    private static TradeTrackerException wrong(String name, List<String> fields, List<String> columns, String fault) {
        String found = String.join(",", fields);
        String hint = found.indexOf(';') >= 0 || found.indexOf('\t') >= 0 ? ", separated by commas" : "";
        return new TradeTrackerException(
                DataError.WRONG_HEADER,
                name + " line 1: the header " + fault + "; it must name " + String.join(",", columns) + hint
                        + ", but was " + Problems.quote(found));
    }
}
