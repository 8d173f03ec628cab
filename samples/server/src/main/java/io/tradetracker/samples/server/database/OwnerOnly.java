package io.tradetracker.samples.server.database;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files and folders that nobody but their owner reads, where the system knows such rights. */
final class OwnerOnly {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private OwnerOnly() {}

    /** Makes a folder and those above it; one that exists stays as it is. */
    static void createFolder(Path folder) throws IOException {
        Files.createDirectories(folder, rights("rwx------"));
    }

    /** Makes a folder, or takes the rights of others from one that exists. */
    static void secureFolder(Path folder) throws IOException {
        createFolder(folder);
        if (POSIX) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    static void createFile(Path file) throws IOException {
        Files.createFile(file, rights("rw-------"));
    }

    private static FileAttribute<?>[] rights(String rights) {
        return POSIX
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }
}
