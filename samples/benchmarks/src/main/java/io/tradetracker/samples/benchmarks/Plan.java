package io.tradetracker.samples.benchmarks;

/** How much is measured: a round is one JVM for each lane and rules. */
record Plan(int candles, long seed, int rounds, int warmUps, int iterations, int iterationMillis) {
    private static final int QUICK_ROUNDS = 3;
    private static final int MOST_CANDLES_OF_A_GIGABYTE = 200_000;

    static Plan quick(int candles, long seed) {
        return new Plan(candles, seed, QUICK_ROUNDS, 2, 3, 200);
    }

    static Plan full(int candles, long seed) {
        return new Plan(candles, seed, 5, 4, 5, 400);
    }

    /** {@return memory of a JVM; ta4j keeps some hundred bytes for each candle} */
    String heap() {
        return candles > MOST_CANDLES_OF_A_GIGABYTE ? "6g" : "1g";
    }

    /** {@return the page that is kept of it} */
    String page() {
        return candles > MOST_CANDLES_OF_A_GIGABYTE ? "engine-speed-long.md" : "engine-speed.md";
    }

    boolean isQuick() {
        return rounds == QUICK_ROUNDS;
    }

    int measurements() {
        return rounds * TradingRules.values().length * Lane.values().length;
    }
}
