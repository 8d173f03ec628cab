package io.tradetracker.samples.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs a plan: round after round, so that a change of the machine's load meets every lane alike. */
final class Measurement {
    private static final List<String> JVM = List.of("-XX:+UseG1GC", "-XX:+AlwaysPreTouch");
    private static final int WARNS_OF_UNSAFE = 24;

    private final Plan plan;
    private final Consumer<String> progress;
    private final List<Sample> samples = new ArrayList<>();

    Measurement(Plan plan, Consumer<String> progress) {
        this.plan = plan;
        this.progress = progress;
    }

    List<Sample> run() throws RunnerException {
        for (int round = 1; round <= plan.rounds(); round++) {
            for (TradingRules rules : TradingRules.values()) {
                for (Lane lane : Lane.values()) {
                    progress.accept(
                            "%d of %d: %s, %s".formatted(samples.size() + 1, plan.measurements(), rules, lane.name()));
                    samples.add(measure(round, rules, lane));
                }
            }
        }
        return List.copyOf(samples);
    }

    private Sample measure(int round, TradingRules rules, Lane lane) throws RunnerException {
        Collection<RunResult> results = new Runner(options(rules, lane)).run();
        Collection<IterationResult> iterations = results.iterator()
                .next()
                .getBenchmarkResults()
                .iterator()
                .next()
                .getIterationResults();
        return new Sample(
                round,
                rules,
                lane,
                perCandle(iterations, each -> each.getPrimaryResult().getScore()),
                perCandle(iterations, each -> secondary(each, ProcessorTime.NAME)),
                perCandle(iterations, each -> secondary(each, "gc.alloc.rate.norm")));
    }

    private Options options(TradingRules rules, Lane lane) {
        TimeValue iteration = TimeValue.milliseconds(plan.iterationMillis());
        return new OptionsBuilder()
                .include(LaneBenchmark.class.getName() + ".run$")
                .param("rules", rules.name())
                .param("lane", lane.name())
                .param("candles", Integer.toString(plan.candles()))
                .param("seed", Long.toString(plan.seed()))
                .forks(1)
                .warmupIterations(plan.warmUps())
                .warmupTime(iteration)
                .measurementIterations(plan.iterations())
                .measurementTime(iteration)
                .addProfiler(GCProfiler.class)
                .addProfiler(ProcessorTime.class)
                .jvmArgs(jvmArguments(plan).toArray(String[]::new))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
    }

    /** {@return the options of every JVM that measures} */
    static List<String> jvmArguments(Plan plan) {
        List<String> arguments = new ArrayList<>(List.of("-Xms" + plan.heap(), "-Xmx" + plan.heap()));
        arguments.addAll(JVM);
        if (Runtime.version().feature() >= WARNS_OF_UNSAFE) {
            arguments.add("--sun-misc-unsafe-memory-access=allow");
        }
        return arguments;
    }

    private double perCandle(Collection<IterationResult> iterations, ToDoubleFunction<IterationResult> score) {
        return median(iterations.stream().mapToDouble(score).toArray()) / plan.candles();
    }

    private static double secondary(IterationResult iteration, String name) {
        var result = iteration.getSecondaryResults().get(name);
        if (result == null) {
            throw new IllegalStateException("JMH did not report " + name + ", only "
                    + iteration.getSecondaryResults().keySet());
        }
        return result.getScore();
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
