package io.tradetracker.charts.service;

import java.util.Optional;

/** Keeps charts by id. It may forget any of them. Safe for use by several threads. */
public interface ChartStore {
    /**
     * Keeps a chart; one of that id is there already or is the same.
     *
     * @throws io.tradetracker.charts.ChartException when it cannot be written
     */
    void put(Chart chart);

    /**
     * {@return the chart of that id; empty when there is none, whatever the text is}
     *
     * @throws io.tradetracker.charts.ChartException when it cannot be read
     */
    Optional<Chart> find(String id);
}
