package io.tradetracker.core.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names under which an operating system shows devices and open files. Replacing what they lead to is never meant. */
final class SystemFolders {
    private static final List<Path> SYSTEM = List.of(Path.of("/dev"), Path.of("/proc"));
    private static final Path SHARED_MEMORY = Path.of("/dev/shm");
    private static final int MOST_LINKS = 40;

    private SystemFolders() {}

    /** {@return whether the name, or one that it links to, is in such a folder} */
    static boolean leadsInto(Path file) {
        Path path = file.toAbsolutePath().normalize();
        for (int links = 0; links < MOST_LINKS; links++) {
            if (isSystem(path)) {
                return true;
            }
            Path next = next(path);
            if (next == null) {
                return false;
            }
            path = next;
        }
        return true;
    }

    private static @Nullable Path next(Path path) {
        try {
            Path folder = path.getParent();
            if (folder != null && Files.isDirectory(folder)) {
                Path real = folder.toRealPath().resolve(String.valueOf(path.getFileName()));
                if (!real.equals(path)) {
                    return real;
                }
            }
            return Files.isSymbolicLink(path)
                    ? path.resolveSibling(Files.readSymbolicLink(path)).normalize()
                    : null;
        } catch (IOException unknown) {
            return null;
        }
    }

    private static boolean isSystem(Path path) {
        return SYSTEM.stream().anyMatch(path::startsWith) && !path.startsWith(SHARED_MEMORY);
    }
}
