package io.tradetracker.samples.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradetracker.json.JsonMappers;
import io.tradetracker.plugins.breakoutatr.BreakoutAtr;
import io.tradetracker.plugins.rsireversion.RsiReversion;
import io.tradetracker.plugins.smacross.SmaCross;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** Puts the bundled plugins into a folder: their jars, or jars made of their classes when nobody packaged them. */
final class PluginJars {
    private PluginJars() {}

    static Path all(Path folder) {
        copy(SmaCross.class, folder.resolve("sma-cross.jar"));
        copy(RsiReversion.class, folder.resolve("rsi-reversion.jar"));
        copy(BreakoutAtr.class, folder.resolve("breakout-atr.jar"));
        return folder;
    }

    static void smaCross(Path folder, String file) {
        copy(SmaCross.class, folder.resolve(file));
    }

    private static void copy(Class<?> strategy, Path jar) {
        try {
            Path source = Path.of(
                    strategy.getProtectionDomain().getCodeSource().getLocation().toURI());
            Files.createDirectories(jar.getParent());
            if (Files.isDirectory(source)) {
                pack(source, jar);
            } else {
                Files.copy(source, jar);
            }
        } catch (IOException | URISyntaxException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void pack(Path classes, Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        JsonNode descriptor = JsonMappers.strict()
                .readTree(classes.resolve("META-INF/tradetracker/plugin.json").toFile());
        manifest.getMainAttributes().putValue("Plugin-Id", descriptor.get("id").textValue());
        manifest.getMainAttributes()
                .putValue("Plugin-Version", descriptor.get("version").textValue());
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                Stream<Path> found = Files.walk(classes)) {
            List<Path> files = found.filter(Files::isRegularFile).sorted().toList();
            for (Path each : files) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(each).toString().replace('\\', '/')));
                Files.copy(each, out);
            }
        }
    }
}
