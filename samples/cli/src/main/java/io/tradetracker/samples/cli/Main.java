package io.tradetracker.samples.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Runs the command line in a process of its own. */
public final class Main {
    private Main() {}

    /**
     * Runs one command and ends the process: 0 done, 2 the command line is wrong, 1 anything else.
     *
     * @param args the command and its options
     */
    public static void main(String[] args) {
        // the console of the JDK's own module is absent unless a person sits before it
        System.setProperty("jdk.console", "java.base");
        int exit = Program.run(writer(FileDescriptor.out), writer(FileDescriptor.err), args);
        System.exit(exit);
    }

    /** UTF-8 whatever the locale, so that the same run prints the same bytes everywhere. */
    private static PrintWriter writer(FileDescriptor target) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(target), StandardCharsets.UTF_8), true);
    }
}
