package io.tradetracker.pluginhost;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** The entries of a jar, read with limits. */
final class JarContent {
    private static final int MAX_ENTRIES = 20_000;
    private static final long MAX_UNPACKED = 256L * 1024 * 1024;
    private static final List<String> HOST_ONLY = List.of("io/tradetracker/api/", "org/pf4j/", "java/");

    private final JarFile jar;

    JarContent(JarFile jar) {
        this.jar = jar;
    }

    /** Refuses a jar that is too large, ambiguous, or brings classes of the host. */
    void check() throws PluginRefusal {
        Set<String> names = new HashSet<>();
        long unpacked = 0;
        if (jar.size() > MAX_ENTRIES) {
            throw new PluginRefusal(
                    PluginError.TOO_LARGE, "it has " + jar.size() + " entries, more than " + MAX_ENTRIES);
        }
        for (JarEntry entry : jar.stream().toList()) {
            unpacked += Math.max(0, entry.getSize());
            checkName(entry.getName(), names);
        }
        if (unpacked > MAX_UNPACKED) {
            throw new PluginRefusal(
                    PluginError.TOO_LARGE, "it unpacks to " + unpacked + " bytes, more than " + MAX_UNPACKED);
        }
    }

    /** {@return the bytes of an entry of this jar, at most {@code limit}} */
    byte[] read(String name, int limit, PluginError otherwise) throws IOException, PluginRefusal {
        JarEntry entry = jar.getJarEntry(name);
        if (entry == null) {
            throw new PluginRefusal(
                    otherwise,
                    "it has no " + name + ": no strategy in it has @StrategyInfo, or it was built without the "
                            + "processor, or it is no Trade Tracker plugin; annotate the strategy and build with the "
                            + "pom io.tradetracker:plugin-parent");
        }
        try (InputStream in = Objects.requireNonNull(jar.getInputStream(entry), name)) {
            byte[] bytes = in.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw new PluginRefusal(otherwise, name + " has more than " + limit + " bytes; shorten its texts");
            }
            return bytes;
        }
    }

    private static void checkName(String name, Set<String> names) throws PluginRefusal {
        if (!names.add(name)) {
            throw new PluginRefusal(PluginError.NOT_A_JAR, "it has the entry " + name + " twice; build the file again");
        }
        for (String prefix : HOST_ONLY) {
            if (name.startsWith(prefix) && name.endsWith(".class")) {
                throw new PluginRefusal(
                        PluginError.FORBIDDEN_CONTENT,
                        "it contains " + name + ", which only the host may bring; "
                                + "declare sdk-api with scope provided and keep it out of the jar");
            }
        }
    }
}
