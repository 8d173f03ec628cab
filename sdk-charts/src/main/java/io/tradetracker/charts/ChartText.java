package io.tradetracker.charts;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * How times and numbers are written. Immutable.
 *
 * @param title over the chart; may be empty
 * @param locale for names of months, digits and marks
 * @param zone in which days begin
 * @param decimals of prices, 0 to 12; −1 to choose by their size and steps
 */
public record ChartText(String title, Locale locale, ZoneId zone, int decimals) {
    /** English, UTC, no title, decimals chosen. */
    public static final ChartText PLAIN = new ChartText("", Locale.ENGLISH, ZoneOffset.UTC, -1);

    /** @throws ChartException when the decimals are outside their bounds or the title is over 200 letters long */
    public ChartText {
        if (decimals < -1 || decimals > 12) {
            throw new ChartException("decimals " + decimals + " must be 0 to 12, or -1 to choose them");
        }
        if (title.length() > 200) {
            throw new ChartException("a title may be 200 letters long, but this has " + title.length());
        }
    }
}
