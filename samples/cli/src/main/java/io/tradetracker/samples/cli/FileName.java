package io.tradetracker.samples.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.TypeConversionException;

/** Reads paths of the command line. A {@link Path} forgets that its text ended with a slash. */
final class FileName {
    private FileName() {}

    static Path parse(String text) {
        try {
            Path path = Path.of(text);
            boolean meansFolder =
                    text.endsWith("/") || text.endsWith(path.getFileSystem().getSeparator());
            if (meansFolder && !Files.isDirectory(path)) {
                throw new TypeConversionException(
                        "there is no folder '" + text + "'; for a file leave the last slash out");
            }
            return path;
        } catch (InvalidPathException refused) {
            throw new TypeConversionException("'" + text.replace('\0', '?') + "' is no path: " + refused.getReason());
        }
    }
}
