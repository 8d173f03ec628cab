package io.tradetracker.broker.capital.simulator;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;

/** Runs a venue in a process of its own. */
public final class Main {
    private Main() {}

    /**
     * Runs until the process is told to end. Exit code 2: the command line is wrong.
     *
     * @param args options; {@code --help} lists them
     */
    public static void main(String[] args) {
        CountDownLatch stop = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(stop::countDown));
        int exit = run(stop, writer(FileDescriptor.out), writer(FileDescriptor.err), args);
        if (exit != 0) {
            System.exit(exit);
        }
    }

    static int run(CountDownLatch stop, PrintWriter out, PrintWriter err, String... args) {
        return new CommandLine(new StandAlone(stop)).setOut(out).setErr(err).execute(args);
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
