package io.tradetracker.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tradetracker.json.JsonMappers;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Starts the jar that the build made, as people do. */
final class PackagedIT {
    private static final Path JAR = Path.of("target/tradetracker.jar").toAbsolutePath();
    private static final Path US500 = Path.of("../data/files/us500-1d.csv").toAbsolutePath();

    @TempDir
    Path folder;

    private static List<String> command(List<String> options, Path jar, String... args) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(List.of(args));
        return command;
    }

    private CliRun java(List<String> options, Path jar, String... args) throws IOException, InterruptedException {
        List<String> command = command(options, jar, args);
        File out = folder.resolve("out.txt").toFile();
        File err = folder.resolve("err.txt").toFile();
        Process process = new ProcessBuilder(command)
                .redirectOutput(out)
                .redirectError(err)
                .start();
        process.getOutputStream().close();
        return new CliRun(process.waitFor(), Files.readString(out.toPath()), Files.readString(err.toPath()));
    }

    private CliRun backtest(List<String> options, Path jar, String... more) throws IOException, InterruptedException {
        List<String> args = new ArrayList<>(List.of("backtest", "--strategy", "sma-cross", "--data", US500.toString()));
        args.addAll(List.of("--instrument", "US500", "--timeframe", "1d", "--set", "fast=10", "slow=30"));
        args.addAll(List.of(more));
        return java(options, jar, args.toArray(String[]::new));
    }

    @Test
    void findsThePluginsBesideItWhereverItIs() throws IOException, InterruptedException {
        Path jar = Files.copy(JAR, folder.resolve("tt.jar"));
        Path plugins = Files.createDirectory(folder.resolve("plugins"));
        try (Stream<Path> built = Files.list(JAR.resolveSibling("plugins"))) {
            for (Path plugin : built.toList()) {
                Files.copy(plugin, plugins.resolve(plugin.getFileName()));
            }
        }

        CliRun run = java(List.of(), jar, "strategies");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("breakout-atr (", "rsi-reversion (", "sma-cross (");
        assertThat(run.exit()).isZero();
    }

    @Test
    void givesTheSameBytesInEveryLocaleAndZone() throws IOException, InterruptedException {
        Path here = folder.resolve("here.csv");
        Path there = folder.resolve("there.csv");
        List<String> elsewhere = List.of(
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-Duser.timezone=Asia/Kathmandu",
                "-Dfile.encoding=ISO-8859-9");

        CliRun table = backtest(List.of(), JAR, "--fills", here.toString());
        CliRun tableElsewhere = backtest(elsewhere, JAR, "--fills", there.toString());
        CliRun json = backtest(List.of(), JAR, "--json");
        CliRun jsonElsewhere = backtest(elsewhere, JAR, "--json");

        assertThat(table.exit()).isZero();
        assertThat(tableElsewhere).isEqualTo(table);
        assertThat(jsonElsewhere).isEqualTo(json);
        assertThat(JsonMappers.strict().readTree(json.out()).get("candles").intValue())
                .isEqualTo(5105);
        assertThat(there).hasSameTextualContentAs(here);
    }

    @Test
    void exitsWithACodeAndAMessage() throws IOException, InterruptedException {
        CliRun wrong = java(List.of(), JAR, "backtest", "--timeframe", "x");
        CliRun failed = java(List.of(), JAR, "data", "check", "none.csv", "--timeframe", "1d");

        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(failed.exit()).isEqualTo(1);
        assertThat(failed.err()).startsWith("tradetracker: there is no file ").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "help backtest", "data check --help", "strategies --help"})
    void helpsWithTheSameBytesInEveryLocale(String line) throws IOException, InterruptedException {
        List<String> elsewhere = List.of("-Duser.language=sv", "-Duser.country=SE", "-Dline.separator=\r\n");

        CliRun here = java(List.of("-Duser.language=en"), JAR, line.split(" "));

        assertThat(here.exit()).isZero();
        assertThat(here.out()).contains("Usage: tradetracker");
        assertThat(java(elsewhere, JAR, line.split(" "))).isEqualTo(here);
        assertThat(java(List.of("-Duser.language=tr"), JAR, line.split(" "))).isEqualTo(here);
    }

    @ParameterizedTest
    @ValueSource(strings = {">/dev/full", ">&-"})
    void failsWhenNobodyCanReceiveTheAnswer(String target) throws IOException, InterruptedException {
        assumeTrue(Files.exists(Path.of("/dev/full")), "needs a Linux");
        List<String> command = new ArrayList<>(List.of("sh", "-c", "exec \"$@\" " + target, "sh"));
        command.addAll(command(List.of(), JAR, "strategies", "--json"));

        Process process = new ProcessBuilder(command).start();
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(err)
                .startsWith("tradetracker: cannot write to standard output (")
                .hasLineCount(1);
    }

    @Test
    void startsWithAClassThatLoadsInJava8AndHoldsNoPlugin() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            String main = jar.getManifest().getMainAttributes().getValue("Main-Class");
            assertThat(main).isEqualTo("io.tradetracker.samples.cli.launcher.Launcher");
            try (InputStream in = jar.getInputStream(jar.getEntry(main.replace('.', '/') + ".class"))) {
                assertThat(in.readNBytes(8)[7]).isEqualTo((byte) 52);
            }
            assertThat(jar.stream().map(entry -> entry.getName()))
                    .noneMatch(name -> name.startsWith("io/tradetracker/plugins/"));
        }
    }
}
