package io.tradetracker.charts.report;

import io.tradetracker.charts.ChartError;
import io.tradetracker.charts.ChartException;
import io.tradetracker.charts.ChartSize;
import io.tradetracker.charts.Theme;
import io.tradetracker.charts.Values;
import io.tradetracker.charts.encode.Fonts;
import io.tradetracker.charts.encode.Picture;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Makes charts for reports. They need the library {@code org.knowm.xchart:xchart}. What is given is looked at once and
 * kept; nothing to show makes a picture that says so. Immutable and safe to share between threads.
 */
public final class ReportCharts {
    private final ReportStyle style;
    private final ChartSize size;

    /**
     * Makes charts that look alike.
     *
     * @param fonts of this machine
     * @param theme colours and font
     * @param size of each picture
     * @param locale of names and numbers
     */
    public ReportCharts(Fonts fonts, Theme theme, ChartSize size, Locale locale) {
        style = new ReportStyle(fonts, theme, locale);
        this.size = size;
    }

    /**
     * {@return equity over time, and under it how far it was below its highest before, in per cent}
     *
     * @param title may be empty
     * @param times of the points, rising, UTC
     * @param equity at each time, in money
     * @throws ChartException when there are not as many values as times, these do not rise, or a value is not finite or
     *     beyond 1e15
     */
    public Picture equity(String title, List<Instant> times, Values equity) {
        return drawn(() -> new EquityDrawing(title, times, equity, style));
    }

    /**
     * {@return a row for each year with the return of each month}
     *
     * @param title may be empty
     * @param percents return by month, in per cent; a month that is not there stays empty
     * @throws ChartException when a return is not finite or beyond 1e15, or there are more than 100 years
     */
    public Picture months(String title, Map<YearMonth, Double> percents) {
        return drawn(() -> new MonthsDrawing(title, new TreeMap<>(percents), style));
    }

    /**
     * {@return how often results of each size were, losses and gains told apart}
     *
     * @param title may be empty
     * @param results of round trips, days or anything else
     * @param unit of the results, such as {@code "%"} or {@code "USD"}
     * @throws ChartException when a result is not finite or beyond 1e15
     */
    public Picture distribution(String title, Values results, String unit) {
        return drawn(() -> new DistributionDrawing(title, results, unit, style));
    }

    /**
     * {@return a figure over two parameters, the darker the higher}
     *
     * @param title such as {@code "Sharpe ratio"}
     * @param across the parameter from left to right
     * @param upwards the parameter from the bottom to the top
     * @param rows one for each value of {@code upwards}, with a number for each value of {@code across}; NaN stays
     *     empty
     * @throws ChartException when the numbers are not as many as the values, or there are more than 200 in a direction
     */
    public Picture surface(String title, SurfaceAxis across, SurfaceAxis upwards, List<Values> rows) {
        return drawn(() -> new SurfaceDrawing(title, across, upwards, rows, style));
    }

    private Picture drawn(Supplier<ReportDrawing> drawing) {
        try {
            return new ReportPicture(size, drawing.get());
        } catch (NoClassDefFoundError missing) {
            throw new ChartException(
                    ChartError.NO_LIBRARY,
                    "charts of reports need the library org.knowm.xchart:xchart: add it to your dependencies",
                    missing);
        }
    }
}
