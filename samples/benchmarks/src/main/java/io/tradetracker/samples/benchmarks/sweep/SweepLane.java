package io.tradetracker.samples.benchmarks.sweep;

/** One way to try all pairs of averages, or the plain work that a second thread is held against. */
public enum SweepLane {
    /** Ours in one thread, with the class of the plugin. */
    OURS_ONE("our sweep, 1 thread", 1),
    /** Ours in two threads. */
    OURS_TWO("our sweep, 2 threads", 2),
    /** ta4j's, which takes the threads of the common pool. */
    TA4J("ta4j 0.22.2 `BacktestExecutor`, DoubleNum, all processors", 0),
    /** Arithmetic without memory, in one thread. */
    WORK_ONE("plain arithmetic, 1 thread", 1),
    /** The same amount of it, shared by two threads. */
    WORK_TWO("plain arithmetic, 2 threads", 2);

    private final String text;
    private final int threads;

    SweepLane(String text, int threads) {
        this.text = text;
        this.threads = threads;
    }

    int threads() {
        return threads;
    }

    @Override
    public String toString() {
        return text;
    }
}
