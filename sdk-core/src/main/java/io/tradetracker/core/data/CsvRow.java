package io.tradetracker.core.data;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.regex.Pattern;

/**
 * One line below the header, with as many fields as the header.
 *
 * @param record its fields
 * @param header where the columns are
 */
record CsvRow(CsvRecord record, CsvHeader header) {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,4})?");
    private static final Pattern NO_NUMBER = Pattern.compile("(?i)[+-]?(nan|inf|infinity|∞)");
    private static final double TOO_LARGE = 1e300;

    long line() {
        return record.getStartingLineNumber();
    }

    String text(int column) throws LineFault {
        String text = record.getField(header.positions().get(column)).strip();
        if (text.isEmpty()) {
            throw fault(DataError.MISSING_FIELD, name(column) + " is empty");
        }
        return text;
    }

    double number(int column) throws LineFault {
        String text = text(column);
        if (NO_NUMBER.matcher(text).matches()) {
            throw fault(DataError.NOT_FINITE, name(column) + " is " + text + "; remove the line or give a number");
        }
        if (text.length() > 400 || !NUMBER.matcher(text).matches()) {
            throw fault(
                    DataError.MALFORMED_NUMBER,
                    name(column) + " " + Problems.quote(text) + " is no number; write it like 1399.42");
        }
        double value = Double.parseDouble(text);
        if (Math.abs(value) >= TOO_LARGE) {
            throw fault(DataError.NOT_FINITE, name(column) + " " + Problems.quote(text) + " is too large");
        }
        return value;
    }

    double amount(int column) throws LineFault {
        double value = number(column);
        if (value < 0) {
            throw fault(DataError.NEGATIVE_VOLUME, name(column) + " " + text(column) + " is below zero");
        }
        return value == 0 ? 0 : value;
    }

    LineFault fault(DataError code, String message) {
        return new LineFault(line(), code, message, false);
    }

    private String name(int column) {
        return header.columns().get(column);
    }
}
