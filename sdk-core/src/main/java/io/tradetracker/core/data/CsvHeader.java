package io.tradetracker.core.data;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.tradetracker.api.error.TradeTrackerException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where the wanted columns are.
 *
 * @param columns the wanted columns
 * @param positions the field of each wanted column
 * @param width how many fields a line has
 */
record CsvHeader(List<String> columns, List<Integer> positions, int width) {
    static final String UNCLOSED = "has a quotation mark that is not closed; close or remove it";

    private static final Map<String, List<String>> OTHER_NAMES = Map.of(
            "time", List.of("date", "datetime", "timestamp", "date time", "open time", "open_time"),
            "volume", List.of("vol", "vol."),
            "price", List.of("last", "close"),
            "size", List.of("volume", "quantity", "amount"));

    static CsvHeader of(String name, List<String> fields, List<String> columns) {
        List<String> names = fields.stream()
                .map(field -> field.strip().toLowerCase(Locale.ROOT))
                .toList();
        if (isData(fields.getFirst())) {
            throw new TradeTrackerException(
                    DataError.WRONG_HEADER,
                    name + " line 1: there is no header; put this line first: " + String.join(",", columns));
        }
        List<String> missing =
                columns.stream().filter(column -> !names.contains(column)).toList();
        if (!missing.isEmpty()) {
            throw wrong(name, fields, columns, "lacks " + String.join(", ", missing) + rename(missing, names));
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
            if (record.getFields().stream().anyMatch(field -> field.indexOf('\n') >= 0)) {
                throw new LineFault(record.getStartingLineNumber(), DataError.BROKEN_LINE, UNCLOSED, false);
            }
            throw new LineFault(
                    record.getStartingLineNumber(),
                    fewer ? DataError.MISSING_FIELD : DataError.EXTRA_FIELD,
                    "has " + record.getFieldCount() + (record.getFieldCount() == 1 ? " field" : " fields")
                            + ", but the header has " + width
                            + (fewer ? "" : "; write numbers without thousands separators"),
                    false);
        }
        return new CsvRow(record, this);
    }

    private static boolean isData(String field) {
        return field.strip().matches("[+-]?[0-9].*");
    }

    private static String rename(List<String> missing, List<String> names) {
        return missing.stream()
                .flatMap(column -> OTHER_NAMES.getOrDefault(column, List.of()).stream()
                        .filter(names::contains)
                        .limit(1)
                        .map(other -> " (rename " + other + " to " + column + ")"))
                .collect(Collectors.joining());
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
