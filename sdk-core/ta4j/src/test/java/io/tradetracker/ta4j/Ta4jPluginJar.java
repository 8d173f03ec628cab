package io.tradetracker.ta4j;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import io.tradetracker.processor.StrategyProcessor;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.apache.commons.math3.util.FastMath;
import org.slf4j.LoggerFactory;
import org.slf4j.nop.NOPServiceProvider;
import org.ta4j.core.BarSeries;

/** A plugin whose jar carries the bridge, ta4j and what that needs, as a shaded one does. */
final class Ta4jPluginJar {
    static final String STRATEGY = """
            package demo;
            import io.tradetracker.api.parameter.Parameter;
            import io.tradetracker.api.strategy.*;
            import io.tradetracker.ta4j.Ta4jStrategies;
            import org.ta4j.core.BarSeries;
            import org.ta4j.core.BaseStrategy;
            import org.ta4j.core.Rule;
            import org.ta4j.core.indicators.averages.*;
            import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
            import org.ta4j.core.rules.*;
            import org.ta4j.core.strategy.named.NamedStrategy;
            @StrategyInfo(id = "ta4j-cross", name = "Cross", summary = "Crosses of ta4j's averages.")
            public final class Cross implements Strategy {
                private final Strategy cross;
                public Cross(StrategyContext context, Numbers numbers) {
                    cross = Ta4jStrategies.of(bars -> make(bars, numbers)).create(context);
                }
                private static BaseStrategy make(BarSeries bars, Numbers numbers) {
                    var close = new ClosePriceIndicator(bars);
                    var fast = new SMAIndicator(close, numbers.fast());
                    var slow = numbers.ahead() ? new SGMAIndicator(close, 9, 2) : new SMAIndicator(close, 30);
                    return new Averages(
                            new CrossedUpIndicatorRule(fast, slow),
                            new CrossedDownIndicatorRule(fast, slow).or(new StopLossRule(close, 5)));
                }
                /** One of those that ta4j registers by their simple name. */
                private static final class Averages extends NamedStrategy {
                    Averages(Rule entry, Rule exit) { super("Averages", entry, exit, 30); }
                }
                @Override public Decision onCandle(StrategyView view) { return cross.onCandle(view); }
                @Override public Decision onFill(FillView fill, StrategyView view) { return cross.onFill(fill, view); }
                public record Numbers(
                        @Parameter(value = "10", min = 1, max = 100) int fast,
                        @Parameter("false") boolean ahead) {}
            }
            """;

    private static final List<Class<?>> CARRIED = List.of(
            Ta4j.class, BarSeries.class, FastMath.class, Gson.class, LoggerFactory.class, NOPServiceProvider.class);

    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    private Ta4jPluginJar() {}

    /** {@return a plugin that carries what it needs} */
    static Ta4jPluginJar whole() {
        Ta4jPluginJar jar = own();
        for (Class<?> carried : CARRIED) {
            jar.carry(carried);
        }
        return jar;
    }

    /** {@return a plugin of the strategy's class alone} */
    static Ta4jPluginJar own() {
        Ta4jPluginJar jar = new Ta4jPluginJar();
        jar.compile();
        return jar;
    }

    void write(Path file) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Plugin-Id", "com.example.cross");
        attributes.putValue("Plugin-Version", "1.0.0");
        attributes.putValue("Plugin-Requires", ">=0.1.0 & <1.0.0");
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                jar.putNextEntry(new JarEntry(entry.getKey()));
                jar.write(entry.getValue());
                jar.closeEntry();
            }
        }
    }

    private void compile() {
        try {
            Path classes = Files.createTempDirectory("ta4j-plugin");
            DiagnosticCollector<JavaFileObject> faults = new DiagnosticCollector<>();
            List<String> options = List.of(
                    "--release",
                    "21",
                    "-d",
                    classes.toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    "-Atradetracker.plugin.id=com.example.cross",
                    "-Atradetracker.plugin.version=1.0.0");
            var task = ToolProvider.getSystemJavaCompiler()
                    .getTask(null, null, faults, options, null, List.of(new Source()));
            task.setProcessors(List.of(new StrategyProcessor()));
            assertThat(task.call()).as(faults.getDiagnostics().toString()).isTrue();
            collect(classes);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void carry(Class<?> oneOf) {
        try {
            Path place = Path.of(
                    oneOf.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(place)) {
                collect(place);
            } else {
                try (FileSystem jar = FileSystems.newFileSystem(place)) {
                    collect(jar.getPath("/"));
                }
            }
        } catch (IOException | URISyntaxException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void collect(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = root.relativize(file).toString().replace('\\', '/');
                if (!name.equals("META-INF/MANIFEST.MF")) {
                    entries.putIfAbsent(name, Files.readAllBytes(file));
                }
            }
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        Source() {
            super(URI.create("string:///demo/Cross.java"), Kind.SOURCE);
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return STRATEGY;
        }
    }
}
