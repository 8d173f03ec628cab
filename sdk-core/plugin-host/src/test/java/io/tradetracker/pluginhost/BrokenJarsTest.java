package io.tradetracker.pluginhost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each way to break a jar is a failure of its own kind, and never harms the jar beside it. */
final class BrokenJarsTest {
    private static final String PROVIDER = "demo/DemoProvider.class";

    @TempDir
    Path folder;

    private record Broken(PluginError code, String message, Path file) {}

    @TestFactory
    Stream<DynamicTest> refusesEachBrokenJarAndLoadsTheGoodOneBesideIt() throws IOException {
        PluginJar.good("good").write(folder.resolve("good.jar"));
        Map<String, Broken> broken = brokenJars();
        try (PluginCatalog catalog = PluginCatalog.load(folder)) {
            List<PluginFailure> failures = catalog.failures();
            assertThat(catalog.strategies()).extracting(StrategyEntry::id).containsExactly("good");
            assertThat(failures).hasSameSizeAs(broken.values());
            return broken.entrySet().stream()
                    .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> check(each.getValue(), failures)));
        }
    }

    private static void check(Broken broken, List<PluginFailure> failures) {
        assertThat(failures)
                .filteredOn(failure -> failure.file().equals(broken.file()))
                .singleElement()
                .satisfies(failure -> {
                    assertThat(failure.message()).contains(broken.message());
                    assertThat(failure.code()).isEqualTo(broken.code());
                });
    }

    private Map<String, Broken> brokenJars() throws IOException {
        Map<String, Broken> all = new LinkedHashMap<>();
        damagedFiles(all);
        wrongManifests(all);
        wrongDescriptors(all);
        wrongClasses(all);
        return all;
    }

    private void damagedFiles(Map<String, Broken> all) throws IOException {
        Path text = Files.writeString(folder.resolve("text.jar"), "hello");
        all.put("text", new Broken(PluginError.NOT_A_JAR, "no readable jar", text));
        Path empty = Files.createFile(folder.resolve("empty.jar"));
        all.put("empty", new Broken(PluginError.NOT_A_JAR, "no readable jar", empty));
        Path whole = PluginJar.good("cut").write(folder.resolve("cut.jar"));
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(whole, Arrays.copyOf(bytes, bytes.length / 2));
        all.put("truncated", new Broken(PluginError.NOT_A_JAR, "no readable jar", whole));
        Path directory = Files.createDirectory(folder.resolve("directory.jar"));
        all.put("directory", new Broken(PluginError.NOT_A_JAR, "no file", directory));
        Path nowhere = Files.createSymbolicLink(folder.resolve("link.jar"), folder.resolve("gone"));
        all.put("dangling link", new Broken(PluginError.NOT_A_JAR, "no file", nowhere));
    }

    private void wrongManifests(Map<String, Broken> all) {
        PluginError code = PluginError.BAD_MANIFEST;
        add(all, "no id", code, "Plugin-Id must be", jar("a").withoutManifest("Plugin-Id"));
        add(all, "upper case id", code, "but was 'Com.Example'", jar("b").manifest("Plugin-Id", "Com.Example"));
        add(all, "no version", code, "Plugin-Version must be", jar("c").withoutManifest("Plugin-Version"));
        add(all, "odd version", code, "but was 'latest'", jar("d").manifest("Plugin-Version", "latest"));
        add(all, "plugin class", code, "Plugin-Class is not allowed", jar("e").manifest("Plugin-Class", "demo.Demo"));
        add(all, "class path", code, "Class-Path is not allowed", jar("f").manifest("Class-Path", "../lib.jar"));
        add(all, "depends", code, "Plugin-Dependencies", jar("g").manifest("Plugin-Dependencies", "other"));
        add(all, "odd requires", code, "must be a version range", jar("h").manifest("Plugin-Requires", "?!"));
        add(
                all,
                "requires later",
                PluginError.INCOMPATIBLE_API,
                "requires API >=7.0.0",
                jar("i").manifest("Plugin-Requires", ">=7.0.0"));
    }

    private void wrongDescriptors(Map<String, Broken> all) {
        PluginError code = PluginError.BAD_DESCRIPTOR;
        String path = PluginJar.DESCRIPTOR;
        add(all, "none", code, "it has no " + path + ": no strategy in it has @StrategyInfo", jar("j").without(path));
        add(all, "no json", code, "cannot be read", jar("k").entry(path, "{"));
        add(all, "huge", code, "more than 65536 bytes", jar("l").entry(path, " ".repeat(70_000)));
        add(
                all,
                "other format",
                code,
                "manifestVersion 2",
                jar("m").edit(path, s -> s.replace("Version\": 1", "Version\": 2")));
        add(
                all,
                "unknown property",
                code,
                "cannot be read",
                jar("n").edit(path, s -> s.replace("\"api\"", "\"evil\": 1, \"api\"")));
        add(
                all,
                "missing property",
                code,
                "missing",
                jar("o").edit(path, s -> s.replace("\"name\": \"com.example.o\",", "")));
        add(
                all,
                "other id",
                code,
                "manifest says id",
                jar("p").edit(path, s -> s.replace("\"com.example.p\"", "\"com.example.q\"")));
        add(all, "other version", code, "manifest says version", jar("q").edit(path, s -> s.replace("1.0.0", "1.0.1")));
        add(all, "bad strategy id", code, "must be 1 to 64", jar("r").edit(path, s -> s.replace("\"r\"", "\"R!\"")));
        add(
                all,
                "bad default",
                code,
                "default of parameter length",
                jar("s").edit(path, s -> s.replace("\"10\"", "\"ten\"")));
        add(
                all,
                "other parameters",
                code,
                "than its descriptor says",
                jar("t").edit(path, s -> s.replace("\"10\"", "\"11\"")));
        add(
                all,
                "later api",
                PluginError.INCOMPATIBLE_API,
                "update the host",
                jar("u").edit(path, s -> s.replace("0.1.0", "0.2.0")));
        add(
                all,
                "other api",
                PluginError.INCOMPATIBLE_API,
                "built with API 3.0.0",
                jar("v").edit(path, s -> s.replace("0.1.0", "3.0.0")));
    }

    private void wrongClasses(Map<String, Broken> all) {
        String index = PluginJar.INDEX;
        add(all, "no index", PluginError.BAD_INDEX, "it has no " + index, jar("w").without(index));
        add(all, "other index", PluginError.BAD_INDEX, "names [demo.Other]", jar("x").entry(index, "demo.Other\n"));
        add(
                all,
                "no class",
                PluginError.PROVIDER_FAILED,
                "class demo.DemoProvider is missing from the jar; rebuild",
                jar("y").without(PROVIDER));
        add(all, "no bytecode", PluginError.PROVIDER_FAILED, "ClassFormatError", jar("z").entry(PROVIDER, "garbage"));
        add(
                all,
                "api inside",
                PluginError.FORBIDDEN_CONTENT,
                "scope provided",
                jar("aa").entry("io/tradetracker/api/ApiVersion.class", "garbage"));
        add(
                all,
                "no provider",
                PluginError.PROVIDER_FAILED,
                "does not implement",
                jar("ab")
                        .entry(index, "demo.Demo\n")
                        .edit(PluginJar.DESCRIPTOR, s -> s.replace("DemoProvider", "Demo")));
    }

    private void add(Map<String, Broken> all, String name, PluginError code, String message, PluginJar jar) {
        Path file = jar.write(folder.resolve(name.replace(' ', '-') + "-" + all.size() + ".jar"));
        all.put(all.size() + " " + name, new Broken(code, message, file));
    }

    private static PluginJar jar(String name) {
        return PluginJar.good(name);
    }

    @Test
    void refusesBothOfTwoPluginsWithOneId() {
        PluginJar.of("com.example.twin", "one", "").write(folder.resolve("first.jar"));
        PluginJar.of("com.example.twin", "two", "").write(folder.resolve("second.jar"));
        PluginJar.good("good").write(folder.resolve("good.jar"));

        try (PluginCatalog catalog = PluginCatalog.load(folder)) {
            assertThat(catalog.failures())
                    .allSatisfy(failure -> assertThat(failure.code()).isEqualTo(PluginError.DUPLICATE_PLUGIN))
                    .extracting(PluginFailure::toString)
                    .satisfiesExactly(
                            first -> assertThat(first).startsWith("first.jar").contains("second.jar"),
                            second ->
                                    assertThat(second).startsWith("second.jar").contains("first.jar"));
            assertThat(catalog.strategies()).extracting(StrategyEntry::id).containsExactly("good");
        }
    }

    @Test
    void refusesBothOfTwoPluginsWithOneStrategyId() {
        PluginJar.of("com.example.one", "twin", "").write(folder.resolve("first.jar"));
        PluginJar.of("com.example.two", "twin", "").write(folder.resolve("second.jar"));

        try (PluginCatalog catalog = PluginCatalog.load(folder)) {
            assertThat(catalog.failures())
                    .hasSize(2)
                    .allSatisfy(failure -> assertThat(failure.code()).isEqualTo(PluginError.DUPLICATE_STRATEGY));
            assertThat(catalog.strategies()).isEmpty();
        }
    }
}
