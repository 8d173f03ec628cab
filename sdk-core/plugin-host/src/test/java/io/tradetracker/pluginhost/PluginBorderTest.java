package io.tradetracker.pluginhost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tradetracker.api.strategy.Strategy;
import io.tradetracker.api.strategy.StrategyContext;
import io.tradetracker.api.strategy.StrategyFactory;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What passes between a host and a plugin, and what is left when the plugin is gone. */
final class PluginBorderTest {
    private static final StrategyContext CONTEXT = (StrategyContext) Proxy.newProxyInstance(
            StrategyContext.class.getClassLoader(),
            new Class<?>[] {StrategyContext.class},
            (proxy, method, arguments) -> {
                throw new UnsupportedOperationException(method.getName());
            });

    /** Members of a strategy that find out what its class loader gives away. */
    private static final String PROBES = """
            public static String sees(String name) {
                try {
                    Class.forName(name);
                    return "yes";
                } catch (ClassNotFoundException e) {
                    return "no";
                }
            }
            public static String reads(String name) throws java.io.IOException {
                java.net.URL url = Demo.class.getClassLoader().getResource(name);
                return url == null ? "nothing" : new String(url.openStream().readAllBytes());
            }
            """;

    private static final String OOPS =
            "static final class Oops extends RuntimeException {" + " Oops() { super(\"own exception\"); } }";

    @TempDir
    Path folder;

    @Test
    void showsAPluginTheApiAndNothingElseOfTheHost() throws Exception {
        PluginJar.of("com.example.alpha", "alpha", "", PROBES).write(folder.resolve("alpha.jar"));

        try (PluginCatalog catalog = PluginCatalog.load(folder)) {
            Class<?> type = create(catalog, "alpha").getClass();
            assertThat(ask(type, "sees", Strategy.class.getName())).isEqualTo("yes");
            assertThat(ask(type, "sees", "org.pf4j.ExtensionPoint")).isEqualTo("yes");
            assertThat(ask(type, "sees", "java.sql.Connection")).isEqualTo("yes");
            assertThat(ask(type, "sees", "org.pf4j.PluginManager")).isEqualTo("no");
            assertThat(ask(type, "sees", "org.slf4j.Logger")).isEqualTo("no");
            assertThat(ask(type, "sees", "com.fasterxml.jackson.databind.ObjectMapper"))
                    .isEqualTo("no");
            assertThat(ask(type, "sees", PluginCatalog.class.getName())).isEqualTo("no");
            assertThat(ask(type, "sees", "org.junit.jupiter.api.Test")).isEqualTo("no");
            assertThat(ask(type, "reads", "META-INF/services/javax.annotation.processing.Processor"))
                    .isEqualTo("nothing");
        }
    }

    @Test
    void letsAPluginReadItsOwnResources() throws Exception {
        PluginJar.of("com.example.alpha", "alpha", "", PROBES)
                .entry("demo/note.txt", "hello")
                .write(folder.resolve("alpha.jar"));

        try (PluginCatalog first = PluginCatalog.load(folder)) {
            Class<?> type = create(first, "alpha").getClass();
            try (PluginCatalog second = PluginCatalog.load(folder)) {
                assertThat(ask(create(second, "alpha").getClass(), "reads", "demo/note.txt"))
                        .isEqualTo("hello");
            }
            assertThat(ask(type, "reads", "demo/note.txt")).isEqualTo("hello");
        }
    }

    @Test
    void keepsTheClassesOfTwoPluginsApart() {
        PluginJar.good("alpha").write(folder.resolve("alpha.jar"));
        PluginJar.good("beta").write(folder.resolve("beta.jar"));

        try (PluginCatalog catalog = PluginCatalog.load(folder)) {
            assertThat(create(catalog, "alpha").getClass())
                    .isNotSameAs(create(catalog, "beta").getClass());
        }
    }

    @Test
    void setsTheContextClassLoaderDuringCreationOnly() {
        PluginJar.of(
                        "com.example.alpha",
                        "alpha",
                        "if (Thread.currentThread().getContextClassLoader() != Demo.class.getClassLoader())"
                                + " throw new IllegalStateException();")
                .write(folder.resolve("alpha.jar"));
        ClassLoader before = Thread.currentThread().getContextClassLoader();

        try (PluginCatalog catalog = PluginCatalog.load(folder)) {
            assertThat(create(catalog, "alpha")).isNotNull();
        }

        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    @Test
    void leavesNoOpenFileAndNoCopyBehind() throws Exception {
        assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "open files can only be listed on Linux");
        PluginJar.of("com.example.alpha", "alpha", "", PROBES)
                .entry("demo/note.txt", "hello")
                .write(folder.resolve("alpha.jar"));
        String sha256;

        try (PluginCatalog catalog = PluginCatalog.load(folder)) {
            sha256 = catalog.get("alpha").sha256();
            assertThat(ask(create(catalog, "alpha").getClass(), "reads", "demo/note.txt"))
                    .isEqualTo("hello");
            assertThat(openFiles()).anyMatch(file -> file.contains(sha256));
        }

        assertThat(openFiles()).noneMatch(file -> file.contains(sha256));
        assertThat(folder.resolve("alpha.jar")).exists();
    }

    @Test
    void letsTheClassLoaderGoThoughAFactoryAndAFailureAreKept() {
        PluginJar.of("com.example.alpha", "alpha", "if (numbers.length() == 20) throw new Oops();", OOPS)
                .write(folder.resolve("alpha.jar"));
        PluginCatalog catalog = PluginCatalog.load(folder);
        StrategyFactory factory = catalog.factory("alpha", Map.of());
        Throwable failure = catchThrowable(
                () -> catalog.factory("alpha", Map.of("length", "20")).create(CONTEXT));
        WeakReference<ClassLoader> loader =
                new WeakReference<>(factory.create(CONTEXT).getClass().getClassLoader());

        catalog.close();

        assertThat(failure).hasMessageContaining("Oops: own exception");
        await(loader);
        assertThat(loader.get()).as("class loader after close").isNull();
        assertThat(catalogStillLists(catalog, factory, failure)).isEqualTo(1);
    }

    private static void await(WeakReference<?> reference) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (reference.get() != null && System.nanoTime() < end) {
            System.gc();
            Thread.onSpinWait();
        }
    }

    /** Uses what must stay reachable until here. */
    private static int catalogStillLists(PluginCatalog catalog, StrategyFactory factory, Throwable failure) {
        assertThat(factory).isNotNull();
        assertThat(failure).isNotNull();
        return catalog.strategies().size();
    }

    private static Strategy create(PluginCatalog catalog, String id) {
        return catalog.factory(id, Map.of()).create(CONTEXT);
    }

    private static Object ask(Class<?> type, String probe, String argument) throws ReflectiveOperationException {
        return type.getMethod(probe, String.class).invoke(null, argument);
    }

    private static List<String> openFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return files.map(PluginBorderTest::target).toList();
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }
}
