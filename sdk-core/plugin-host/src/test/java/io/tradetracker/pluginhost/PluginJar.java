package io.tradetracker.pluginhost;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.processor.StrategyProcessor;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Builds plugin jars from source text, good ones and broken ones. */
final class PluginJar {
    static final String DESCRIPTOR = "META-INF/tradetracker/plugin.json";
    static final String INDEX = "META-INF/extensions.idx";

    private final Map<String, byte[]> entries = new TreeMap<>();
    private final Map<String, String> manifest = new TreeMap<>();

    private PluginJar(String pluginId) {
        manifest.put("Plugin-Id", pluginId);
        manifest.put("Plugin-Version", "1.0.0");
        manifest.put("Plugin-Requires", ">=0.1.0 & <1.0.0");
    }

    /** A plugin with one strategy, whose constructor runs the given statements. */
    static PluginJar of(String pluginId, String strategyId, String statements) {
        return of(pluginId, strategyId, statements, "");
    }

    static PluginJar of(String pluginId, String strategyId, String statements, String members) {
        String source = """
                package demo;
                import io.tradetracker.api.parameter.Parameter;
                import io.tradetracker.api.strategy.*;
                @StrategyInfo(id = "%s", name = "Demo", summary = "Holds.")
                public final class Demo implements Strategy {
                    public Demo(StrategyContext context, Numbers numbers) throws Exception { %s }
                    %s
                    @Override public Decision onCandle(StrategyView view) {
                        return Decision.hold().reason(getClass().getClassLoader().toString());
                    }
                    public record Numbers(@Parameter(value = "10", min = 1, max = 100) int length) {
                        public Numbers {
                            if (length == 13) { throw new IllegalArgumentException("length must not be 13"); }
                        }
                    }
                }
                """.formatted(strategyId, "if (true) { " + statements + " }", members);
        return new PluginJar(pluginId).compile(pluginId, "demo/Demo", source.replace(" throws Exception", ""));
    }

    static PluginJar good(String name) {
        return of("com.example." + name, name, "");
    }

    PluginJar manifest(String name, String value) {
        manifest.put(name, value);
        return this;
    }

    PluginJar withoutManifest(String name) {
        manifest.remove(name);
        return this;
    }

    PluginJar entry(String name, String text) {
        entries.put(name, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Claims that a class was compiled for a later Java. */
    PluginJar newer(String name) {
        entries.get(name)[7] = (byte) 200;
        return this;
    }

    PluginJar without(String name) {
        assertThat(entries.remove(name)).as(name).isNotNull();
        return this;
    }

    PluginJar edit(String name, UnaryOperator<String> change) {
        String before = new String(entries.get(name), StandardCharsets.UTF_8);
        String after = change.apply(before);
        assertThat(after).as("edit of " + name).isNotEqualTo(before);
        return entry(name, after);
    }

    Path write(Path file) {
        Manifest attributes = new Manifest();
        attributes.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.forEach((name, value) -> attributes.getMainAttributes().putValue(name, value));
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, attributes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                jar.putNextEntry(new JarEntry(entry.getKey()));
                jar.write(entry.getValue());
                jar.closeEntry();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return file;
    }

    private PluginJar compile(String pluginId, String path, String source) {
        try {
            Path classes = Files.createTempDirectory("plugin-jar");
            JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
            DiagnosticCollector<JavaFileObject> faults = new DiagnosticCollector<>();
            List<String> options = List.of(
                    "--release",
                    "21",
                    "-d",
                    classes.toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    "-Atradetracker.plugin.id=" + pluginId,
                    "-Atradetracker.plugin.version=1.0.0");
            JavaCompiler.CompilationTask task =
                    compiler.getTask(null, null, faults, options, null, List.of(new Source(path, source)));
            task.setProcessors(List.of(new StrategyProcessor()));
            assertThat(task.call()).as(faults.getDiagnostics().toString()).isTrue();
            collect(classes);
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void collect(Path classes) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                if (Files.isRegularFile(file)) {
                    entries.put(classes.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
                }
                Files.delete(file);
            }
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String path, String text) {
            super(URI.create("string:///" + path + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
