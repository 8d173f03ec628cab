package io.tradetracker.pluginhost;

import io.tradetracker.api.error.TradeTrackerException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A temporary folder of jars named by their hash. Loading from a copy lets the original be replaced at any time, and
 * keeps two catalogs of one folder from closing each other's files.
 */
final class PrivateFolder implements AutoCloseable {
    private static final int MAX_JAR_BYTES = 64 * 1024 * 1024;

    private @Nullable Path folder;

    PrivateCopy copy(Path original) throws PluginRefusal {
        byte[] bytes = read(original);
        String sha256 = HexFormat.of().formatHex(sha256().digest(bytes));
        try {
            Path path = folder().resolve(sha256 + ".jar");
            Files.write(path, bytes);
            return new PrivateCopy(original, path, sha256);
        } catch (IOException failure) {
            throw new TradeTrackerException(
                    PluginError.UNREADABLE,
                    "cannot copy plugins to the temporary folder " + System.getProperty("java.io.tmpdir") + " ("
                            + failure + "): make room there or set -Djava.io.tmpdir to a writable folder",
                    failure);
        }
    }

    /** Deletes what can be deleted; an open file of another system stays until the JVM ends. */
    @Override
    public void close() {
        if (folder == null) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = Stream.concat(files, Stream.of(folder)).toList();
            all.forEach(PrivateFolder::delete);
        } catch (IOException gone) {
            folder.toFile().deleteOnExit();
        }
        folder = null;
    }

    private Path folder() throws IOException {
        if (folder == null) {
            folder = Files.createTempDirectory("tradetracker-plugins-");
        }
        return folder;
    }

    private static byte[] read(Path original) throws PluginRefusal {
        if (!Files.isRegularFile(original)) {
            throw new PluginRefusal(
                    PluginError.NOT_A_JAR, "it is no file; put the plugin's jar itself into the folder");
        }
        try (InputStream in = Files.newInputStream(original)) {
            byte[] bytes = in.readNBytes(MAX_JAR_BYTES + 1);
            if (bytes.length > MAX_JAR_BYTES) {
                throw new PluginRefusal(
                        PluginError.TOO_LARGE, "it has more than " + MAX_JAR_BYTES + " bytes; leave libraries out");
            }
            return bytes;
        } catch (IOException failure) {
            throw new PluginRefusal(
                    PluginError.UNREADABLE, "it cannot be read (" + failure + "); check the file's permissions");
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException inUse) {
            path.toFile().deleteOnExit();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this JDK has no SHA-256", missing);
        }
    }
}
