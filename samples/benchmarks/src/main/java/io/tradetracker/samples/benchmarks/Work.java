package io.tradetracker.samples.benchmarks;

import java.util.stream.IntStream;

/** Arithmetic that needs no memory: what a second thread can gain on this machine at best. */
public final class Work {
    private static final int PARTS = 200;
    private static final int STEPS = 300_000;

    private Work() {}

    /** {@return what it comes to, whatever the number of threads} */
    public static double shared(int threads) {
        double[] parts = new double[PARTS];
        Thread[] running = IntStream.range(0, threads)
                .mapToObj(t -> Thread.ofPlatform().start(() -> {
                    for (int i = t; i < PARTS; i += threads) {
                        parts[i] = part(i);
                    }
                }))
                .toArray(Thread[]::new);
        for (Thread thread : running) {
            join(thread);
        }
        return IntStream.range(0, PARTS).mapToDouble(i -> parts[i]).sum();
    }

    private static double part(int seed) {
        double value = seed;
        double mean = 0;
        for (int i = 0; i < STEPS; i++) {
            value = value * 0.999 + (i & 7);
            mean += (value - mean) * 0.1;
        }
        return mean;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
