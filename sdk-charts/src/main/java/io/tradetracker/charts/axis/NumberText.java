package io.tradetracker.charts.axis;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Locale;

/** Writes values in the way of a language. Safe for use by several threads: each call has its own format. */
public final class NumberText {
    private static final int MOST_DECIMALS = 12;
    private static final double LARGE = 1e15;

    private final Locale locale;

    /** @param locale for digits and marks */
    public NumberText(Locale locale) {
        this.locale = locale;
    }

    /** {@return how many decimals tell values apart that differ by a step, 0 to 12} */
    public static int decimals(double step) {
        int decimals = 0;
        double scaled = Math.abs(step);
        while (decimals < MOST_DECIMALS && Math.abs(scaled - Math.rint(scaled)) > 1e-4 * Math.max(scaled, 1e-4)) {
            scaled *= 10;
            decimals++;
        }
        return decimals;
    }

    /** {@return a value with that many decimals, such as {@code "1,234.50"}} */
    public String fixed(double value, int decimals) {
        if (Math.abs(value) >= LARGE
                || (value != 0 && Math.abs(value) < 0.5 * Math.pow(10, -decimals) && decimals > 10)) {
            return new DecimalFormat("0.###E0", DecimalFormatSymbols.getInstance(locale)).format(value);
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        String text = format.format(value);
        return value < 0 && format.format(0).equals(text.replace("-", "")) ? format.format(0) : text;
    }

    /** {@return a change as per cent, with its sign, such as {@code "+1.25%"}} */
    public String percent(double percent, int decimals) {
        String text = fixed(Math.abs(percent), decimals) + "%";
        boolean isZero = Math.abs(percent) < 0.5 * Math.pow(10, -decimals);
        return isZero ? text : (percent > 0 ? "+" : "\u2212") + text;
    }

    /** {@return a large value in short, such as {@code "1.25M"}} */
    public String compact(double value) {
        NumberFormat format = NumberFormat.getCompactNumberInstance(locale, NumberFormat.Style.SHORT);
        format.setMaximumFractionDigits(Math.abs(value) < 10 ? 4 : 2);
        return format.format(value);
    }
}
