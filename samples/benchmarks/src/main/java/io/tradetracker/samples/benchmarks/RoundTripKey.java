package io.tradetracker.samples.benchmarks;

/** What must be equal in every lane about one closed position. */
record RoundTripKey(long entryMillis, double entryPrice, long exitMillis, double exitPrice, double profit) {}
