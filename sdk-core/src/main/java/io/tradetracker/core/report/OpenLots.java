package io.tradetracker.core.report;

import io.tradetracker.core.simulation.FillLog;
import java.util.Arrays;

/** What is still open of each entry, and what holding it has cost so far. Used by one thread. */
final class OpenLots {
    private final FillLog fills;
    // of each fill; zero for what is not open
    private final double[] units;
    private final double[] financing;
    // the fills that are open, oldest first
    private int[] entries = new int[16];
    private int size;

    OpenLots(FillLog fills) {
        this.fills = fills;
        units = new double[fills.size()];
        financing = new double[fills.size()];
    }

    void add(int entry, double opened) {
        if (size == entries.length) {
            entries = Arrays.copyOf(entries, size * 2);
        }
        entries[size++] = entry;
        units[entry] = opened;
    }

    /** Shares what holding an instrument cost among what is open of it. */
    void charge(int instrument, double amount) {
        double all = 0;
        for (int i = 0; i < size; i++) {
            all += fills.instrument(entries[i]) == instrument ? units[entries[i]] : 0;
        }
        for (int i = 0; i < size; i++) {
            int entry = entries[i];
            if (fills.instrument(entry) == instrument && all > 0) {
                financing[entry] += amount * units[entry] / all;
            }
        }
    }

    /** {@return what holding that many units of an entry has cost, which are closed now} */
    double close(int entry, double closed) {
        if (units[entry] == 0) {
            return 0;
        }
        double cost = financing[entry] * closed / units[entry];
        financing[entry] -= cost;
        units[entry] -= closed;
        if (units[entry] <= LotTrips.NOTHING * closed) {
            remove(entry);
        }
        return cost;
    }

    private void remove(int entry) {
        units[entry] = 0;
        int i = 0;
        while (entries[i] != entry) {
            i++;
        }
        System.arraycopy(entries, i + 1, entries, i, size - i - 1);
        size--;
    }
}
