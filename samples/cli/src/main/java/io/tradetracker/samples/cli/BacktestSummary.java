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
import io.tradetracker.core.report.Statistic;
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
        for (Statistic statistic : Statistic.values()) {
            json.put(statistic.id(), JsonText.number(report().get(statistic)));
        }
        json.put("annualisation", report().annualisation());
        return JsonText.write(json);
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
