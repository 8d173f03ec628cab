package io.tradetracker.core.report;

import java.util.Locale;

/** Two columns of text, the same in every locale. */
final class ReportTable {
    private final StringBuilder text = new StringBuilder();

    ReportTable line(String label, String value) {
        text.append(String.format(Locale.ROOT, "%-18s%s%n", label, value).replace("\r\n", "\n"));
        return this;
    }

    ReportTable money(String label, double value) {
        return line(label, format("%,.2f", value));
    }

    ReportTable percent(String label, double value) {
        return line(label, format("%.2f %%", value));
    }

    ReportTable number(String label, double value) {
        return line(label, format("%.3f", value));
    }

    private static String format(String pattern, double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, pattern, value) : "–";
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
