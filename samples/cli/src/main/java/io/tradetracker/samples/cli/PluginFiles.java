package io.tradetracker.samples.cli;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.pluginhost.signing.PluginSignature;
import io.tradetracker.pluginhost.signing.SigningError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads jars and their signatures. */
final class PluginFiles {
    private PluginFiles() {}

    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failed) {
            throw new TradeTrackerException(SigningError.UNREADABLE, file + " cannot be read (" + failed + ")", failed);
        }
    }

    /** {@return the signature beside a jar} */
    static byte[] signatureOf(Path jar) {
        Path file = PluginSignature.beside(jar);
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException none) {
            throw new TradeTrackerException(
                    SigningError.NOT_SIGNED, jar + " is not signed: there is no " + file.getFileName(), none);
        } catch (IOException failed) {
            throw new TradeTrackerException(SigningError.UNREADABLE, file + " cannot be read (" + failed + ")", failed);
        }
    }
}
