package io.tradetracker.indicators;

import io.tradetracker.api.indicator.PriceField;
import io.tradetracker.indicators.IndicatorSpec.Output;
import io.tradetracker.indicators.IndicatorSpec.Parameter;
import io.tradetracker.indicators.IndicatorSpec.Style;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of indicator with the recipe of its step.
 *
 * @param spec what it is
 * @param recipe how it is made
 */
record CatalogueEntry(IndicatorSpec spec, Recipe recipe) {
    static Builder of(String id, String title, IndicatorGroup group) {
        return new Builder(id, title, group);
    }

    /** Describes one kind. */
    static final class Builder {
        private static final List<String> COLOURS =
                List.of("#2962ff", "#ff6d00", "#00897b", "#8e24aa", "#c62828", "#546e7a", "#9e9d24");

        private final String id;
        private final String title;
        private final IndicatorGroup group;
        private final List<Parameter> parameters = new ArrayList<>();
        private final List<Output> outputs = new ArrayList<>();
        private @Nullable PriceField source;
        private IndicatorPane pane = IndicatorPane.OWN;
        private String definition = "";
        private String firstValue = "";
        private String origin = "";

        private Builder(String id, String title, IndicatorGroup group) {
            this.id = id;
            this.title = title;
            this.group = group;
        }

        Builder of(PriceField field) {
            source = field;
            return this;
        }

        Builder period(int otherwise) {
            return period("period", otherwise);
        }

        Builder period(String name, int otherwise) {
            return period(name, otherwise, 1);
        }

        Builder period(String name, int otherwise, int lowest) {
            parameters.add(new Parameter(name, true, otherwise, lowest, Declaration.LONGEST_PERIOD));
            return this;
        }

        Builder number(String name, double otherwise, double lowest, double highest) {
            parameters.add(new Parameter(name, false, otherwise, lowest, highest));
            return this;
        }

        Builder factor(double otherwise) {
            return number("factor", otherwise, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }

        Builder onPrice() {
            pane = IndicatorPane.PRICE;
            return this;
        }

        Builder lines(String... names) {
            return outputs(Style.LINE, names);
        }

        Builder outputs(Style style, String... names) {
            for (String name : names) {
                outputs.add(new Output(name, style, COLOURS.get(outputs.size() % COLOURS.size())));
            }
            return this;
        }

        Builder is(String text) {
            definition = text;
            return this;
        }

        Builder from(String text) {
            firstValue = text;
            return this;
        }

        Builder by(String text) {
            origin = text;
            return this;
        }

        CatalogueEntry made(Recipe recipe) {
            if (outputs.isEmpty()) {
                lines("value");
            }
            return new CatalogueEntry(
                    new IndicatorSpec(
                            id, title, group, source, parameters, outputs, pane, definition, firstValue, origin),
                    recipe);
        }
    }
}
