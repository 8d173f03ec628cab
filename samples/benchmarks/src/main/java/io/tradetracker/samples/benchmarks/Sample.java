package io.tradetracker.samples.benchmarks;

/** What one JVM measured, for each candle: time by the clock and of the processor in nanoseconds, bytes allocated. */
record Sample(int round, TradingRules rules, Lane lane, double nanos, double processorNanos, double bytes) {}
