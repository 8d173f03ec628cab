package io.tradetracker.pluginhost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradetracker.api.error.ApiError;
import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.strategy.Strategy;
import io.tradetracker.api.strategy.StrategyContext;
import io.tradetracker.api.strategy.StrategyFactory;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PluginCatalogTest {
    private static final StrategyContext CONTEXT = (StrategyContext) Proxy.newProxyInstance(
            StrategyContext.class.getClassLoader(),
            new Class<?>[] {StrategyContext.class},
            (proxy, method, arguments) -> {
                throw new UnsupportedOperationException(method.getName());
            });

    @TempDir
    Path folder;

    @Test
    void loadsAPluginAndCreatesItsStrategy() {
        Path jar = PluginJar.good("alpha").write(folder.resolve("alpha.jar"));

        try (PluginCatalog catalog = PluginCatalog.load(folder)) {
            assertThat(catalog.failures()).isEmpty();
            StrategyEntry entry = catalog.get("alpha");
            assertThat(entry.jar()).isEqualTo(jar);
            assertThat(entry.sha256()).hasSize(64);
            assertThat(entry.spec().parameters()).singleElement().satisfies(spec -> {
                assertThat(spec.name()).isEqualTo("length");
                assertThat(spec.defaultValue()).isEqualTo("10");
            });
            assertThat(catalog.plugins())
                    .singleElement()
                    .extracting(LoadedPlugin::id)
                    .isEqualTo("com.example.alpha");
            Strategy strategy = catalog.factory("alpha", Map.of("length", "20")).create(CONTEXT);
            assertThat(strategy.getClass().getName()).isEqualTo("demo.Demo");
        }
    }

    @Test
    void isEmptyForAnEmptyFolder() throws IOException {
        Files.writeString(folder.resolve("README.txt"), "not a plugin");
        Files.writeString(folder.resolve(".half-copied.jar"), "not yet");

        try (PluginCatalog catalog = PluginCatalog.load(folder)) {
            assertThat(catalog.strategies()).isEmpty();
            assertThat(catalog.failures()).isEmpty();
            assertThatThrownBy(() -> catalog.get("alpha"))
                    .hasMessageContaining("no strategy 'alpha'")
                    .hasMessageContaining("there is none");
        }
    }

    @Test
    void refusesAMissingFolderAndAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("plugins"), "");

        assertThatThrownBy(() -> PluginCatalog.load(folder.resolve("nowhere")))
                .isInstanceOfSatisfying(
                        TradeTrackerException.class, e -> assertThat(e.code()).isEqualTo(PluginError.NO_FOLDER))
                .hasMessageContaining("nowhere does not exist");
        assertThatThrownBy(() -> PluginCatalog.load(file)).hasMessageContaining("is a file");
    }

    @Test
    void checksParametersBeforeAnyCodeOfThePluginRuns() {
        PluginJar.of("com.example.alpha", "alpha", "throw new AssertionError();")
                .write(folder.resolve("alpha.jar"));

        try (PluginCatalog catalog = PluginCatalog.load(folder)) {
            assertThatThrownBy(() -> catalog.factory("alpha", Map.of("length", "101", "speed", "1")))
                    .isInstanceOfSatisfying(
                            TradeTrackerException.class,
                            e -> assertThat(e.code()).isEqualTo(ApiError.BAD_PARAMETER))
                    .hasMessageContaining("length must be a whole number from 1 to 100")
                    .hasMessageContaining("speed is unknown");
        }
    }

    @Test
    void reportsTheAuthorsOwnCheckOfTheParameters() {
        PluginJar.good("alpha").write(folder.resolve("alpha.jar"));

        try (PluginCatalog catalog = PluginCatalog.load(folder)) {
            StrategyFactory factory = catalog.factory("alpha", Map.of("length", "13"));
            assertThatThrownBy(() -> factory.create(CONTEXT))
                    .isInstanceOfSatisfying(
                            TradeTrackerException.class,
                            e -> assertThat(e.code()).isEqualTo(ApiError.BAD_PARAMETER))
                    .hasMessage("strategy alpha of alpha.jar: length must not be 13");
        }
    }

    @Test
    void containsWhatAConstructorThrows() {
        PluginJar.of("com.example.alpha", "alpha", "throw new AssertionError(\"broken\");")
                .write(folder.resolve("alpha.jar"));
        PluginJar.of("com.example.beta", "beta", "throw new Oops();", OOPS).write(folder.resolve("beta.jar"));
        PluginJar.of("com.example.gamma", "gamma", "new Object() { void f() { f(); } }.f();")
                .write(folder.resolve("gamma.jar"));

        try (PluginCatalog catalog = PluginCatalog.load(folder)) {
            assertThat(catalog.failures()).isEmpty();
            for (String id : new String[] {"alpha", "beta", "gamma"}) {
                StrategyFactory factory = catalog.factory(id, Map.of());
                assertThatThrownBy(() -> factory.create(CONTEXT))
                        .isInstanceOfSatisfying(
                                TradeTrackerException.class,
                                e -> assertThat(e.code()).isEqualTo(ApiError.STRATEGY_FAILED))
                        .cause()
                        .isInstanceOf(AuthorFailure.class);
            }
        }
    }

    private static final String OOPS = "static final class Oops extends RuntimeException {"
            + " @Override public String getMessage() { throw new IllegalStateException(); } }";

    @Test
    void makesNothingAfterItWasClosed() {
        PluginJar.good("alpha").write(folder.resolve("alpha.jar"));
        PluginCatalog catalog = PluginCatalog.load(folder);
        StrategyFactory factory = catalog.factory("alpha", Map.of());

        catalog.close();
        catalog.close();

        assertThatThrownBy(() -> factory.create(CONTEXT))
                .isInstanceOfSatisfying(
                        TradeTrackerException.class, e -> assertThat(e.code()).isEqualTo(PluginError.CLOSED));
    }

    @Test
    void survivesTheReplacementOfALoadedJar() throws IOException {
        Path jar = PluginJar.of("com.example.alpha", "alpha", "new Late();", "static final class Late {}")
                .write(folder.resolve("alpha.jar"));

        try (PluginCatalog catalog = PluginCatalog.load(folder)) {
            Files.writeString(jar, "overwritten in place");
            assertThat(catalog.factory("alpha", Map.of()).create(CONTEXT)).isNotNull();
        }
    }
}
