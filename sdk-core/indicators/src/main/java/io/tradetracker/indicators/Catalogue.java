package io.tradetracker.indicators;

import static io.tradetracker.api.indicator.PriceField.CLOSE;

import io.tradetracker.api.indicator.Bands;
import io.tradetracker.api.indicator.Indicator;
import io.tradetracker.api.indicator.Indicators;
import io.tradetracker.api.indicator.Macd;
import io.tradetracker.api.indicator.Supertrend;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The indicators that can be declared by name, with default parameters; of closes where there is a choice. */
final class Catalogue {
    static final List<String> NAMES =
            List.of("sma", "ema", "rsi", "macd", "atr", "bollinger", "donchian", "supertrend", "highest", "lowest");

    private Catalogue() {}

    static Map<String, Indicator> declare(Indicators in, String name, Map<String, Double> given) {
        NamedParameters parameters = new NamedParameters(name, given);
        Map<String, Indicator> outputs = declare(in, parameters);
        parameters.requireAllUsed();
        return outputs;
    }

    private static Map<String, Indicator> declare(Indicators in, NamedParameters given) {
        return switch (given.indicator()) {
            case "sma" -> value(in.sma(CLOSE, given.period("period", 20)));
            case "ema" -> value(in.ema(CLOSE, given.period("period", 20)));
            case "rsi" -> value(in.rsi(CLOSE, given.period("period", 14)));
            case "macd" ->
                macd(in.macd(CLOSE, given.period("fast", 12), given.period("slow", 26), given.period("signal", 9)));
            case "atr" -> value(in.atr(given.period("period", 14)));
            case "bollinger" -> bands(in.bollinger(CLOSE, given.period("period", 20), given.number("factor", 2)));
            case "donchian" -> bands(in.donchian(given.period("period", 20)));
            case "supertrend" -> supertrend(in.supertrend(given.period("period", 10), given.number("factor", 3)));
            case "highest" -> value(in.highest(CLOSE, given.period("period", 20)));
            case "lowest" -> value(in.lowest(CLOSE, given.period("period", 20)));
            default ->
                throw new IllegalArgumentException("the catalogue has no indicator '" + given.indicator()
                        + "'; there is " + String.join(", ", NAMES));
        };
    }

    private static Map<String, Indicator> value(Indicator only) {
        return outputs(List.of("value"), only);
    }

    private static Map<String, Indicator> bands(Bands bands) {
        return outputs(List.of("upper", "middle", "lower"), bands.upper(), bands.middle(), bands.lower());
    }

    private static Map<String, Indicator> macd(Macd macd) {
        return outputs(List.of("line", "signal", "histogram"), macd.line(), macd.signal(), macd.histogram());
    }

    private static Map<String, Indicator> supertrend(Supertrend supertrend) {
        return outputs(List.of("line", "direction"), supertrend.line(), supertrend.direction());
    }

    private static Map<String, Indicator> outputs(List<String> names, Indicator... indicators) {
        Map<String, Indicator> outputs = new LinkedHashMap<>();
        for (int i = 0; i < indicators.length; i++) {
            outputs.put(names.get(i), indicators[i]);
        }
        return Collections.unmodifiableMap(outputs);
    }
}
