package io.tradetracker.pluginhost;

import java.nio.file.Path;

/**
 * Why a jar of the folder is not in the catalog. Immutable.
 *
 * @param file the jar
 * @param code what kind of failure
 * @param message what is wrong and how to mend it, without the file's name
 */
public record PluginFailure(Path file, PluginError code, String message) {
    /** {@return the file's name and the message, for people} */
    @Override
    public String toString() {
        return ForeignText.safe(String.valueOf(file.getFileName())) + ": " + message;
    }
}
