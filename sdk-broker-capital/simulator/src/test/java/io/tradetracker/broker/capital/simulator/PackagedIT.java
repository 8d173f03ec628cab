package io.tradetracker.broker.capital.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Scanner;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts the jar that the build made, as people do. */
final class PackagedIT {
    private static final Path JAR = Path.of("target/capital-simulator.jar").toAbsolutePath();

    @Test
    void startsAndAnswersWithNothingOnTheErrorStream(@TempDir Path folder) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path err = folder.resolve("err.txt");
        Process process = new ProcessBuilder(java, "-jar", JAR.toString(), "--port", "0")
                .redirectError(err.toFile())
                .start();
        try (HttpClient http = HttpClient.newHttpClient();
                Scanner lines = new Scanner(process.getInputStream(), StandardCharsets.UTF_8)) {
            String line = lines.nextLine();
            while (!line.startsWith("url ")) {
                line = lines.nextLine();
            }
            URI time = URI.create(line.substring(4).trim() + "/api/v1/time");
            String answer = http.send(HttpRequest.newBuilder(time).build(), BodyHandlers.ofString())
                    .body();
            assertThat(answer).startsWith("{\"serverTime\":17724");
        } finally {
            process.destroy();
        }
        process.waitFor();
        assertThat(err).isEmptyFile();
    }

    @Test
    void jarStartsInAnyJavaWithTheLauncher() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            String main = jar.getManifest().getMainAttributes().getValue("Main-Class");
            assertThat(main).isEqualTo("io.tradetracker.broker.capital.simulator.launcher.Launcher");
            byte[] start = jar.getInputStream(jar.getEntry(main.replace('.', '/') + ".class"))
                    .readNBytes(8);
            assertThat(start[7]).as("class version of Java 8").isEqualTo((byte) 52);
            assertThat(jar.getEntry("META-INF/LICENSE")).isNotNull();
        }
    }
}
