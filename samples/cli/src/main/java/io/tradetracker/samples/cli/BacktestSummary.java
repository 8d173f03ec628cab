package io.tradetracker.samples.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.parameter.ParameterSpec;
import io.tradetracker.api.parameter.ParameterValues;
import io.tradetracker.api.strategy.Rejection;
import io.tradetracker.api.strategy.StrategySpec;
import io.tradetracker.core.backtest.BacktestResult;
import io.tradetracker.core.data.CandleCsv;
import io.tradetracker.core.export.ResultJson;
import io.tradetracker.core.report.PerformanceReport;
import io.tradetracker.core.report.Statistic;
import io.tradetracker.core.simulation.CandlePath;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a backtest was and what came out, for people and for programs.
 *
 * @param strategy which one
 * @param parameters with defaults filled in
 * @param candles what it ran over
 * @param result what came out
 * @param other what comes out when prices inside candles came in another order; null when that decided nothing
 */
record BacktestSummary(
        StrategySpec strategy,
        ParameterValues parameters,
        List<CandleSeries> candles,
        BacktestResult result,
        @Nullable OtherPath other) {
    /**
     * The same run with another order of the prices inside candles.
     *
     * @param path which order
     * @param report what came out
     */
    record OtherPath(CandlePath path, PerformanceReport report) {}

    private String instruments() {
        return candles.stream().map(series -> series.instrument().id().value()).collect(Collectors.joining(","));
    }

    String toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("strategy", strategy.id());
        ObjectNode values = json.putObject("parameters");
        for (ParameterSpec spec : strategy.parameters()) {
            JsonText.put(values, spec, parameters.text(spec.name()));
        }
        json.put("instrument", instruments())
                .put("timeframe", result.settings().timeframe().toString());
        json.setAll(ResultJson.result(result));
        if (other != null) {
            ObjectNode node = ResultJson.report(other.report());
            json.putObject("otherPath").put("path", other.path().toString()).setAll(node);
        }
        return JsonText.write(json);
    }

    /** {@return what a person should know besides the figures, one sentence a line; empty when there is nothing} */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        candles.forEach(series -> CandleCsv.suspiciousTimeframe(series).ifPresent(warnings::add));
        if (!result.wasReady()) {
            warnings.add("the strategy was never asked: its indicators need more candles than the "
                    + candles.getFirst().size() + " there are");
        }
        List<Rejection> rejections = result.rejections();
        if (!rejections.isEmpty()) {
            Rejection first = rejections.getFirst();
            warnings.add(rejections.size() + (rejections.size() == 1 ? " order was" : " orders were")
                    + " refused, the first at " + first.time() + ": " + first.message());
        }
        result.notices().stream().limit(3).forEach(notice -> warnings.add(notice.time() + " " + notice.message()));
        return warnings;
    }

    String toTable() {
        return "Strategy          " + strategy.id() + " " + parameters + "\n"
                + "Instrument        " + instruments() + " " + result.settings().timeframe() + "\n"
                + result.report()
                + otherPath();
    }

    private String otherPath() {
        if (other == null) {
            return "";
        }
        PerformanceReport report = other.report();
        return "If " + other.path() + ": final equity " + report.format(Statistic.FINAL_EQUITY) + ", return "
                + report.format(Statistic.RETURN) + ", round trips " + report.format(Statistic.ROUND_TRIPS) + "\n";
    }
}
