package io.tradetracker.core.simulation;

import java.util.Arrays;

/** What holding positions cost, in the order of charging. Used by one thread. */
public final class ChargeLog {
    private int size;
    private int[] instrument = new int[16];
    private int[] fills = new int[16];
    private double[] amount = new double[16];

    ChargeLog() {}

    void add(int itsInstrument, double itsAmount, int fillsBefore) {
        if (size == amount.length) {
            int capacity = size * 2;
            instrument = Arrays.copyOf(instrument, capacity);
            fills = Arrays.copyOf(fills, capacity);
            amount = Arrays.copyOf(amount, capacity);
        }
        instrument[size] = itsInstrument;
        fills[size] = fillsBefore;
        amount[size++] = itsAmount;
    }

    /** {@return how many charges there are} */
    public int size() {
        return size;
    }

    /** {@return which instrument charge {@code i} was for} */
    public int instrument(int i) {
        return instrument[i];
    }

    /** {@return how many fills came before charge {@code i}} */
    public int fillsBefore(int i) {
        return fills[i];
    }

    /** {@return charge {@code i} in the account's currency; below zero when it was paid to the holder} */
    public double amount(int i) {
        return amount[i];
    }
}
