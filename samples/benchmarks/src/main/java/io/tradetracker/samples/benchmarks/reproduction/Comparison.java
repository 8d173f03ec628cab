package io.tradetracker.samples.benchmarks.reproduction;

import io.tradetracker.core.backtest.BacktestResult;
import io.tradetracker.core.report.PerformanceReport;
import io.tradetracker.core.report.Statistic;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * How far a result agrees with the reference.
 *
 * @param scenario what was run
 * @param reference round trips of the other engine
 * @param equal how many of them are ours as well, from the first on
 * @param ours round trips of ours
 * @param figures how many figures were compared
 * @param difference the largest relative difference of a figure
 * @param worst that figure
 */
record Comparison(Scenario scenario, int reference, int equal, int ours, int figures, double difference, String worst) {
    static Comparison of(Scenario scenario) {
        Reference reference = scenario.reference();
        BacktestResult result = scenario.run();
        List<Trip> ours = result.taxLots().stream().map(Trip::of).toList();
        int equal = 0;
        while (equal < Math.min(ours.size(), reference.trips().size())
                && ours.get(equal).agreesWith(reference.trips().get(equal))) {
            equal++;
        }
        double difference = 0;
        String worst = "";
        for (Map.Entry<String, Double> figure : reference.figures().entrySet()) {
            double each = difference(value(result.report(), figure.getKey()), figure.getValue());
            if (!(each <= difference)) {
                difference = each;
                worst = figure.getKey();
            }
        }
        return new Comparison(
                scenario,
                reference.trips().size(),
                equal,
                ours.size(),
                reference.figures().size(),
                difference,
                worst);
    }

    private static double difference(double ours, double theirs) {
        return Math.abs(ours - theirs) / Math.max(1, Math.abs(theirs));
    }

    private static double value(PerformanceReport report, String id) {
        return Arrays.stream(Statistic.values())
                .filter(each -> each.id().equals(id))
                .mapToDouble(report::get)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no figure is called " + id));
    }

    boolean agrees() {
        return equal == reference && ours == reference && difference <= 1e-8;
    }
}
