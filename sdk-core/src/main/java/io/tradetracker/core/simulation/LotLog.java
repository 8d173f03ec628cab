package io.tradetracker.core.simulation;

import java.util.Arrays;

/** Which fill closed what another had opened, in the order of closing. Used by one thread. */
public final class LotLog {
    private int size;
    private int[] entry = new int[64];
    private int[] exit = new int[64];
    private double[] quantity = new double[64];

    LotLog() {}

    void add(int entryFill, int exitFill, double units) {
        if (size == entry.length) {
            int capacity = size * 2;
            entry = Arrays.copyOf(entry, capacity);
            exit = Arrays.copyOf(exit, capacity);
            quantity = Arrays.copyOf(quantity, capacity);
        }
        entry[size] = entryFill;
        exit[size] = exitFill;
        quantity[size++] = units;
    }

    /** {@return how many there are} */
    public int size() {
        return size;
    }

    /** {@return the fill that opened it} */
    public int entryFill(int i) {
        return entry[i];
    }

    /** {@return the fill that closed it} */
    public int exitFill(int i) {
        return exit[i];
    }

    /** {@return units, above zero} */
    public double quantity(int i) {
        return quantity[i];
    }
}
