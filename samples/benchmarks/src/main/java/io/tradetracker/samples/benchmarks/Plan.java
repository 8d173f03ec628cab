package io.tradetracker.samples.benchmarks;

/** How much is measured: a round is one JVM for each lane and rules. */
record Plan(int candles, long seed, int rounds, int warmUps, int iterations, int iterationMillis) {
    private static final int QUICK_ROUNDS = 3;

    static Plan quick(int candles, long seed) {
        return new Plan(candles, seed, QUICK_ROUNDS, 2, 3, 200);
    }

    static Plan full(int candles, long seed) {
        return new Plan(candles, seed, 5, 4, 5, 400);
    }

    boolean isQuick() {
        return rounds == QUICK_ROUNDS;
    }

    int measurements() {
        return rounds * TradingRules.values().length * Lane.values().length;
    }
}
