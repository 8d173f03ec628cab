package io.tradetracker.samples.cli;

import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/** Reads numbers of the command line as people write them; Java's own reader also takes 100d and 0x1p3. */
final class Decimal {
    private static final Pattern TEXT = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");

    private Decimal() {}

    static double parse(String text) {
        if (!TEXT.matcher(text.strip()).matches()) {
            throw new TypeConversionException("'" + text + "' is no number; write a plain decimal such as 10000 or 0.5"
                    + (text.contains(",") ? ", with a point and no commas" : ""));
        }
        double value = Double.parseDouble(text);
        if (Double.isInfinite(value)) {
            throw new TypeConversionException("'" + text + "' is too large; write a plain decimal such as 10000");
        }
        return value;
    }
}
