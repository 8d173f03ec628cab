package io.tradetracker.samples.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What each lane measured, round after round. A round has one number of each lane. Used by one thread. */
public final class Rounds {
    private final Map<Object, List<Double>> measured = new HashMap<>();

    /** Makes an empty one. */
    public Rounds() {}

    /** Adds what a lane measured in the next round. */
    public void add(Object lane, double value) {
        measured.computeIfAbsent(lane, first -> new ArrayList<>()).add(value);
    }

    /** {@return the median of a lane} */
    public double median(Object lane) {
        return Measurement.median(of(lane).stream().mapToDouble(each -> each).toArray());
    }

    /** {@return the median of the rounds' quotients of two lanes} */
    public double ratio(Object lane, Object to) {
        List<Double> its = of(lane);
        List<Double> others = of(to);
        return Measurement.median(IntStream.range(0, its.size())
                .mapToDouble(i -> its.get(i) / others.get(i))
                .toArray());
    }

    private List<Double> of(Object lane) {
        return measured.getOrDefault(lane, List.of());
    }
}
