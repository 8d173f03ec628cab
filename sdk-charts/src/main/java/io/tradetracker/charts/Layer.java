package io.tradetracker.charts;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.indicators.chartpattern.Formation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a pane shows; the first layer is drawn first. */
public sealed interface Layer {
    /** The prices of the chart's own series, in the way of its type. */
    record Prices() implements Layer {}

    /**
     * Rows of values, such as an indicator's outputs.
     *
     * @param label for the legend, such as {@code "SMA 20"}
     * @param plots one or more
     * @param filled whether the area between the first plot and the last is filled lightly, as for bands
     * @param levels values that are drawn as lines across, such as 30 and 70; may be empty
     */
    record Study(String label, List<Plot> plots, boolean filled, List<Double> levels) implements Layer {
        /**
         * Makes the lists immutable.
         *
         * @throws ChartException when there is no plot or a level is not finite
         */
        public Study {
            plots = List.copyOf(plots);
            levels = List.copyOf(levels);
            if (plots.isEmpty()) {
                throw new ChartException("study '" + label + "' needs at least one plot");
            }
            for (double level : levels) {
                if (!Double.isFinite(level)) {
                    throw new ChartException("level " + level + " of study '" + label + "' must be finite");
                }
            }
        }

        /** {@return one row of values as a line in the next colour of the theme} */
        public static Study line(String label, Values values) {
            return new Study(label, List.of(new Plot("", values, Plot.Style.LINE, null)), false, List.of());
        }
    }

    /**
     * The volume of each candle as a column, in the colour of its candle.
     *
     * @param overlay whether it takes the lowest fifth of a pane that shows something else
     */
    record Volume(boolean overlay) implements Layer {}

    /**
     * The closes of another instrument, joined by time. On a linear or log scale they are moved to begin at the first
     * close in view; on a percent scale each is told as per cent of its own first.
     *
     * @param label for the legend
     * @param other its candles, of any timeframe
     * @param colour its colour; null for the next of the theme's lines
     */
    record Comparison(
            String label, CandleSeries other, @Nullable Colour colour) implements Layer {}

    /** Positions: entries, exits, stops, targets, the time between shaded by gain or loss. */
    record Trades(List<TradeMark> marks) implements Layer {
        /** Makes the list immutable. */
        public Trades {
            marks = List.copyOf(marks);
        }
    }

    /** Patterns that were found: their points, lines and names, at their times. */
    record Formations(List<Formation> found) implements Layer {
        /** Makes the list immutable. */
        public Formations {
            found = List.copyOf(found);
        }
    }

    /**
     * The prices at which one can sell and buy now, as lines with tags at the axis.
     *
     * @param bid finite
     * @param ask finite, not below the bid
     */
    record Quote(double bid, double ask) implements Layer {
        /** @throws ChartException when a price is not finite or the bid is above the ask */
        public Quote {
            if (!Double.isFinite(bid) || !Double.isFinite(ask) || bid > ask) {
                throw new ChartException("bid " + bid + " and ask " + ask + " must be finite, the bid not above");
            }
        }
    }

    /** {@return this layer as a study, when it is one} */
    default Optional<Study> study() {
        return this instanceof Study study ? Optional.of(study) : Optional.empty();
    }
}
