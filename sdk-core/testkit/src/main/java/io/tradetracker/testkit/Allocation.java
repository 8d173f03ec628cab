package io.tradetracker.testkit;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Measures what code allocates once it is warm. */
public final class Allocation {
    private Allocation() {}

    /**
     * {@return the fewest bytes that one round of the work allocated in the calling thread}
     *
     * <p>What the work itself allocates, it allocates in every round; what the virtual machine adds while it loads,
     * links and compiles, it adds in some. So the least of several rounds belongs to the work.
     *
     * @param rounds how often the work is done, 2 or more; the first is not counted
     * @param work the same amount each time
     * @throws IllegalArgumentException when there are fewer than 2 rounds
     */
    public static long leastBytes(int rounds, Runnable work) {
        if (rounds < 2) {
            throw new IllegalArgumentException("rounds " + rounds + " must be 2 or more");
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        work.run();
        long least = Long.MAX_VALUE;
        for (int round = 1; round < rounds; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            work.run();
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}
