package io.tradetracker.broker.capital.simulator.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;

/** Starts the simulator, or says why this Java cannot. */
public final class Launcher {
    private static final int NEEDED = 21;

    private Launcher() {}

    /**
     * Starts the program.
     *
     * @param args its arguments
     * @throws ReflectiveOperationException when the jar is incomplete
     */
    public static void main(String[] args) throws ReflectiveOperationException {
        int found = feature(System.getProperty("java.specification.version"));
        if (found < NEEDED) {
            new PrintStream(new FileOutputStream(FileDescriptor.err))
                    .println(refusal(found, System.getProperty("java.home")));
            System.exit(1);
        }
        // by name, because the class below does not load in an old Java
        Class.forName("io.tradetracker.broker.capital.simulator.Main")
                .getMethod("main", String[].class)
                .invoke(null, (Object) args);
    }

    /** {@return 8 for 1.8, 17 for 17} */
    static int feature(String specificationVersion) {
        return Integer.parseInt(specificationVersion.replaceFirst("^1\\.", ""));
    }

    static String refusal(int found, String home) {
        return "capital-simulator needs Java " + NEEDED + " or newer, found " + found + " in " + home + ".\n"
                + "Install a JDK " + NEEDED + " or newer and start the jar with its java:\n"
                + "  /path/to/jdk/bin/java -jar capital-simulator.jar";
    }
}
