package io.tradetracker.indicators;

import io.tradetracker.api.indicator.Source;
import java.util.Map;

/**
 * What a recipe is made of: the key of the step, its source and its parameters.
 *
 * @param key canonical name
 * @param input the source; the close when the kind takes none
 * @param source the same as it was named
 * @param values parameters by name
 * @param pipeline where parts are declared
 */
record Ingredients(String key, Cell input, Source source, Map<String, Double> values, IndicatorPipeline pipeline) {
    double number(String name) {
        return values.getOrDefault(name, Double.NaN);
    }

    int period(String name) {
        return (int) number(name);
    }

    int period() {
        return period("period");
    }

    CandleWindow candles() {
        return pipeline.candles();
    }

    /** {@return the first output of another indicator of the catalogue, computed before this one} */
    Cell part(String id, Source of, double... parameters) {
        return pipeline.part(id, of, parameters);
    }

    /** Asks for two parameters in order of size. */
    void requireBelow(String smaller, String larger) {
        if (number(smaller) >= number(larger)) {
            throw new IllegalArgumentException(key.substring(0, key.indexOf('(')) + ": " + smaller + " "
                    + period(smaller) + " must be below " + larger + " " + period(larger));
        }
    }
}
