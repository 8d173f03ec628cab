package io.tradetracker.samples.server.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** A generated password in a file that only its owner can read. */
final class DatabasePassword {
    private static final int BYTES = 24;

    private final Path file;

    DatabasePassword(Path file) {
        this.file = file;
    }

    boolean exists() {
        return Files.exists(file);
    }

    String read() throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8).strip();
    }

    /** {@return a new password, on disk before anything uses it} */
    String generate() throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Files.deleteIfExists(file);
        OwnerOnly.createFile(file);
        Files.writeString(file, password);
        return password;
    }
}
