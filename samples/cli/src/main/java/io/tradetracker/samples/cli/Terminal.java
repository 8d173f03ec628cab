package io.tradetracker.samples.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a person reads what is printed. */
final class Terminal {
    private static final Path STDERR = Path.of("/proc/self/fd/2");

    private Terminal() {}

    /** {@return whether stderr is a terminal, also when stdout goes to a file} */
    static boolean showsErrors() {
        return Files.isSymbolicLink(STDERR) ? isTerminal(STDERR) : hasConsole();
    }

    static boolean isTerminal(Path descriptor) {
        try {
            String target = Files.readSymbolicLink(descriptor).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException unknown) {
            return hasConsole();
        }
    }

    @SuppressWarnings("SystemConsoleNull") // it is null without a terminal, because Main chooses the JDK's own console
    private static boolean hasConsole() {
        return System.console() != null;
    }
}
