package io.tradetracker.samples.cli;

/** Ends a command whose process is being stopped. */
final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Stopped() {
        super("the program was stopped", null, false, false);
    }

    static void throwIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new Stopped();
        }
    }
}
