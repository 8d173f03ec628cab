package io.tradetracker.charts.service;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps charts in memory, those that were asked for last. */
public final class MemoryChartStore implements ChartStore {
    private final long mostBytes;
    private final Map<String, Chart> charts = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /**
     * Makes an empty store.
     *
     * @param mostBytes of all files together; a larger one is not kept
     * @throws IllegalArgumentException when it is below 0
     */
    public MemoryChartStore(long mostBytes) {
        if (mostBytes < 0) {
            throw new IllegalArgumentException("mostBytes " + mostBytes + " must be 0 or more");
        }
        this.mostBytes = mostBytes;
    }

    @Override
    public synchronized void put(Chart chart) {
        if (chart.size() > mostBytes || charts.putIfAbsent(chart.id(), chart) != null) {
            return;
        }
        bytes += chart.size();
        Iterator<Chart> oldest = charts.values().iterator();
        while (bytes > mostBytes) {
            bytes -= oldest.next().size();
            oldest.remove();
        }
    }

    @Override
    public synchronized Optional<Chart> find(String id) {
        return Optional.ofNullable(charts.get(id));
    }
}
