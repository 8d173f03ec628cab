package io.tradetracker.samples.cli;

import java.io.FileDescriptor;
import java.io.PrintWriter;

/** Runs the command line in a process of its own. */
public final class Main {
    private static final int FAILED = 1;

    private Main() {}

    /**
     * Runs one command and ends the process: 0 done, 2 the command line is wrong, 1 anything else.
     *
     * @param args the command and its options
     */
    public static void main(String[] args) {
        // the console of the JDK's own module is absent unless a person sits before it
        System.setProperty("jdk.console", "java.base");
        Output out = Output.of(FileDescriptor.out);
        PrintWriter err = Output.of(FileDescriptor.err).writer();
        Interruption interruption = Interruption.onShutdown(Thread.currentThread());
        int exit;
        try {
            exit = run(out, err, args);
        } finally {
            interruption.done();
        }
        System.exit(exit);
    }

    /** Runs one command; an answer that nobody could receive is no success. */
    static int run(Output out, PrintWriter err, String... args) {
        int exit = Program.run(out.writer(), err, args);
        String failure = out.failure();
        if (failure == null) {
            return exit;
        }
        err.println("tradetracker: cannot write to standard output (" + failure
                + "); make room or send it to another file");
        return FAILED;
    }
}
