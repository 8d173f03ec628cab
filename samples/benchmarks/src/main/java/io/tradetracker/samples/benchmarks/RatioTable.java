package io.tradetracker.samples.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.ToDoubleFunction;

/** Writes samples as ratios: each lane against ours of the same round, then the median of the rounds. */
final class RatioTable {
    private final List<Sample> samples;

    RatioTable(List<Sample> samples) {
        this.samples = samples;
    }

    /** {@return a Markdown table} */
    String toMarkdown() {
        StringJoiner rows = new StringJoiner("\n", "", "\n");
        rows.add("| rules | lane | time ÷ our backtest | time ÷ our engine | processor time ÷ our engine | ns/candle"
                + " | bytes/candle |");
        rows.add("|---|---|---:|---:|---:|---:|---:|");
        for (TradingRules rules : TradingRules.values()) {
            for (Lane lane : Lane.values()) {
                rows.add(row(rules, lane));
            }
        }
        return rows.toString();
    }

    private String row(TradingRules rules, Lane lane) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.2f | %.2f | %.2f | %.1f | %.1f |",
                rules,
                lane,
                ratio(rules, lane, Lane.BACKTEST, Sample::nanos),
                ratio(rules, lane, Lane.ENGINE, Sample::nanos),
                ratio(rules, lane, Lane.ENGINE, Sample::processorNanos),
                median(rules, lane, Sample::nanos),
                median(rules, lane, Sample::bytes));
    }

    double ratio(TradingRules rules, Lane lane, Lane baseline, ToDoubleFunction<Sample> of) {
        return Measurement.median(samples.stream()
                .filter(sample -> sample.rules() == rules && sample.lane() == lane)
                .mapToDouble(sample -> of.applyAsDouble(sample) / of.applyAsDouble(find(sample, baseline)))
                .toArray());
    }

    private double median(TradingRules rules, Lane lane, ToDoubleFunction<Sample> of) {
        return Measurement.median(samples.stream()
                .filter(sample -> sample.rules() == rules && sample.lane() == lane)
                .mapToDouble(of)
                .toArray());
    }

    private Sample find(Sample like, Lane lane) {
        return samples.stream()
                .filter(sample -> sample.round() == like.round() && sample.rules() == like.rules())
                .filter(sample -> sample.lane() == lane)
                .findFirst()
                .orElseThrow();
    }
}
