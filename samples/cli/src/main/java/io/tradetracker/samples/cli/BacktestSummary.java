package io.tradetracker.samples.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.parameter.ParameterSpec;
import io.tradetracker.api.parameter.ParameterValues;
import io.tradetracker.api.strategy.Rejection;
import io.tradetracker.api.strategy.StrategySpec;
import io.tradetracker.core.backtest.BacktestResult;
import io.tradetracker.core.report.PerformanceReport;
import java.util.List;

/**
 * What a backtest was and what came out, for people and for programs.
 *
 * @param strategy which one
 * @param parameters with defaults filled in
 * @param instrument of the candles
 * @param timeframe of the candles
 * @param result what came out
 */
record BacktestSummary(
        StrategySpec strategy,
        ParameterValues parameters,
        InstrumentId instrument,
        Timeframe timeframe,
        BacktestResult result) {
    private PerformanceReport report() {
        return result.report();
    }

    String toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("strategy", strategy.id());
        ObjectNode values = json.putObject("parameters");
        for (ParameterSpec spec : strategy.parameters()) {
            JsonText.put(values, spec, parameters.text(spec.name()));
        }
        json.put("instrument", instrument.value()).put("timeframe", timeframe.toString());
        json.put("from", report().from().toString()).put("to", report().to().toString());
        json.put("candles", report().candles());
        putEquity(json);
        putTrading(json);
        json.put("rejections", result.rejections().size());
        json.put("annualisation", report().annualisation());
        return JsonText.write(json);
    }

    private void putEquity(ObjectNode json) {
        put(json, "cash", report().cash());
        put(json, "finalEquity", report().finalEquity());
        put(json, "returnPercent", report().returnPercent());
        put(json, "buyAndHoldPercent", report().buyAndHoldPercent());
        put(json, "cagrPercent", report().cagrPercent());
        put(json, "volatilityPercent", report().volatilityPercent());
        put(json, "sharpe", report().sharpe());
        put(json, "maxDrawdownPercent", report().maxDrawdownPercent());
        put(json, "exposurePercent", report().exposurePercent());
    }

    private void putTrading(ObjectNode json) {
        json.put("fills", report().fills()).put("roundTrips", report().roundTrips());
        put(json, "winRatePercent", report().winRatePercent());
        put(json, "profitFactor", report().profitFactor());
        put(json, "expectancy", report().expectancy());
        put(json, "costs", report().commission() + report().spreadAndSlippage());
        put(json, "commission", report().commission());
        put(json, "spreadAndSlippage", report().spreadAndSlippage());
        put(json, "openQuantity", report().openQuantity());
    }

    private static void put(ObjectNode json, String name, double value) {
        json.put(name, JsonText.number(value));
    }

    /** {@return what a person should know besides the figures, one sentence a line; empty when there is nothing} */
    List<String> warnings() {
        List<Rejection> rejections = result.rejections();
        if (rejections.isEmpty()) {
            return List.of();
        }
        Rejection first = rejections.getFirst();
        return List.of(
                rejections.size() + " orders were refused, the first at " + first.time() + ": " + first.message());
    }

    String toTable() {
        return "Strategy          " + strategy.id() + " " + parameters + "\n"
                + "Instrument        " + instrument + " " + timeframe + "\n"
                + report();
    }
}
