package io.tradetracker.charts;

import io.tradetracker.api.market.CandleSeries;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that a chart shows. Made with {@link #of}. Immutable and safe to share between threads.
 *
 * @param candles the series, with candles before those in view where something is computed from them
 * @param view which of them are shown
 * @param type how prices are drawn
 * @param panes from top to bottom; the first shows the prices
 * @param text how times and numbers are written
 * @param theme colours and font
 * @param size of the picture
 */
public record ChartSpec(
        CandleSeries candles,
        View view,
        ChartType type,
        List<Pane> panes,
        ChartText text,
        Theme theme,
        ChartSize size) {
    /** The most panes of a chart. */
    public static final int MOST_PANES = 16;

    /**
     * Makes the list immutable.
     *
     * @throws ChartException when the view is not within the series, there is no pane or too many, two have one id, or
     *     a row of values is not as long as the series
     */
    public ChartSpec {
        panes = List.copyOf(panes);
        if (view.to() > candles.size()) {
            throw new ChartException("view of candles " + view.from() + " to " + view.to()
                    + " must be within the series of " + candles.size());
        }
        if (panes.isEmpty() || panes.size() > MOST_PANES) {
            throw new ChartException("a chart has 1 to " + MOST_PANES + " panes, but this has " + panes.size());
        }
        requireOnce(panes);
        for (Pane pane : panes) {
            pane.layers().stream()
                    .flatMap(each -> each.study().stream())
                    .forEach(study -> requireLength(study, candles.size()));
        }
    }

    /** {@return a builder of a chart of these candles, all of them in view at first} */
    public static ChartBuilder of(CandleSeries candles) {
        return new ChartBuilder(candles);
    }

    /** {@return the pane of that id} */
    public Optional<Pane> pane(String id) {
        return panes.stream().filter(pane -> pane.id().equals(id)).findFirst();
    }

    /** {@return this chart in another size} */
    public ChartSpec withSize(ChartSize other) {
        return new ChartSpec(candles, view, type, panes, text, theme, other);
    }

    /** {@return this chart in another theme} */
    public ChartSpec withTheme(Theme other) {
        return new ChartSpec(candles, view, type, panes, text, other, size);
    }

    private static void requireOnce(List<Pane> panes) {
        Set<String> ids = new HashSet<>();
        for (Pane pane : panes) {
            if (!ids.add(pane.id())) {
                throw new ChartException("two panes of a chart must not have the same id, '" + pane.id() + "'");
            }
        }
    }

    private static void requireLength(Layer.Study study, int candles) {
        for (Plot plot : study.plots()) {
            if (plot.values().size() != candles) {
                throw new ChartException(
                        "'" + plot.name() + "' of '" + study.label() + "' must have a value for each " + "of the "
                                + candles + " candles, but has " + plot.values().size());
            }
        }
    }

    /**
     * The candles in view.
     *
     * @param from the first, counted from 0
     * @param to the one after the last; not below {@code from}
     */
    public record View(int from, int to) {
        /** @throws ChartException when {@code from} is negative or above {@code to} */
        public View {
            if (from < 0 || from > to) {
                throw new ChartException("view from candle " + from + " to " + to + " must begin at 0 or later and not "
                        + "end before it begins");
            }
        }

        /** {@return how many candles are shown} */
        public int size() {
            return to - from;
        }
    }
}
