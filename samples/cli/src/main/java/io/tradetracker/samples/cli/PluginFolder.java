package io.tradetracker.samples.cli;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;

/** Where plugin jars are when nobody says. */
final class PluginFolder {
    private PluginFolder() {}

    /** {@return the folder {@code plugins} beside the jar of this program} */
    static Path besideTheJar() {
        CodeSource source = PluginFolder.class.getProtectionDomain().getCodeSource();
        URL jar = source == null ? null : source.getLocation();
        if (jar == null) {
            return Path.of("plugins");
        }
        try {
            return Path.of(jar.toURI()).resolveSibling("plugins");
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("this program runs from no file: " + jar, impossible);
        }
    }
}
