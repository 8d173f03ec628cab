package io.tradetracker.samples.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The server as a process: what it says when it cannot start, and that nothing is left running. */
class ServerIT {
    private static final Path PLUGINS = Path.of("target", "plugins").toAbsolutePath();

    @TempDir
    static Path home;

    private static ServerProcess server;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        server = ServerProcess.start(home, 0);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void saysWhenThePortIsInUseAndLeavesNothingBehind() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(other.getLocalPort());

            Ended ended = run(PLUGINS, "--home", folder.toString(), "--port", port);

            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.said())
                    .contains("port " + port)
                    .contains("another program")
                    .contains("--port", "-Dserve.port", "TRADETRACKER_PORT")
                    .doesNotContain("Failed to start", "\tat ");
            assertThat(folder.resolve("postgres")).doesNotExist();
        }
    }

    @ParameterizedTest
    @CsvSource({"203.0.113.9, not an address of this machine", "no-such-name.invalid, no name"})
    void saysWhenItCannotListenThere(String host, String why) throws Exception {
        Ended ended = run(PLUGINS, "--home", folder.toString(), "--port", "0", "--host", host);

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said()).contains("--host " + host, why).doesNotContain("another program", "\tat ");
    }

    @Test
    void saysWhenItsFolderIsInUse() throws Exception {
        Ended ended = run(PLUGINS, "--home", home.toString(), "--port", "0");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said())
                .contains("data folder " + home)
                .contains("in use by process " + server.pid())
                .contains("--home");
    }

    @Test
    void saysWhenItsFolderIsAFile() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        Ended ended = run(PLUGINS, "--home", file.toString(), "--port", "0");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said()).contains(file.toString()).contains("cannot be written");
    }

    @Test
    void saysWhenThereAreNoPlugins() throws Exception {
        Path missing = folder.resolve("no-plugins");

        Ended ended = run(missing, "--home", folder.toString(), "--port", "0");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said()).contains("tradetracker-server:").contains(missing.toString());
    }

    @Test
    void saysWhenTheStrategyIsNotAmongThePlugins() throws Exception {
        Path empty = Files.createDirectories(folder.resolve("plugins"));

        Ended ended = run(empty, "--home", folder.resolve("home").toString(), "--port", "0");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said()).contains("no strategy 'sma-cross'").contains(empty.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "--port, 70000, --port must be 0 to 65535",
        "--port, seven, --port must be 0 to 65535",
        "--speed, 0, --speed must be 1 to 3600",
        "--speed, NaN, --speed must be 1 to 3600",
        "--sped, 60, Unknown options"
    })
    void refusesOptionsThatCannotWork(String option, String value, String message) throws Exception {
        Ended ended = run(PLUGINS, "--home", folder.toString(), option, value);

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.said()).contains(message).doesNotContain("\tat ");
    }

    @Test
    void stopsItsDatabaseWithItself() throws Exception {
        ServerProcess short_ = ServerProcess.start(folder, 0);
        Path pid = folder.resolve("postgres/postmaster.pid");
        ProcessHandle postmaster =
                ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).get(0))).orElseThrow();
        assertThat(postmaster.isAlive()).isTrue();

        short_.close();

        assertThat(postmaster.onExit()).succeedsWithin(Duration.ofSeconds(10));
        assertThat(pid).doesNotExist();
    }

    @Test
    void stopsWhenItsParentEnds() throws Exception {
        List<String> command = ServerProcess.command(
                List.of("--home", folder.toString(), "--port", "0", "--stop-with-parent"), PLUGINS);
        Process shell = new ProcessBuilder(shellThatStarts(command))
                .redirectErrorStream(true)
                .start();
        shell.inputReader()
                .lines()
                .filter(line -> line.contains("ready: "))
                .findFirst()
                .orElseThrow();
        ProcessHandle child = shell.descendants()
                .filter(each -> each.info().command().orElse("").endsWith("/java"))
                .findFirst()
                .orElseThrow();

        shell.destroyForcibly();

        child.onExit().get(30, TimeUnit.SECONDS);
        assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void tellsMonitorsThatItServes() throws Exception {
        HttpResponse<String> ready = get("/health/ready");

        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.body()).isEqualTo("{\"status\":\"ready\",\"checks\":{\"database\":\"ok\"}}");
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void listsTheStrategiesOfItsPlugins() throws Exception {
        assertThat(get("/api/strategies").body()).contains("\"sma-cross\"", "\"rsi-reversion\"", "\"breakout-atr\"");
    }

    private static List<String> shellThatStarts(List<String> command) {
        List<String> shell = new ArrayList<>(List.of("sh", "-c", "\"$@\"; exit 0", "sh"));
        shell.addAll(command);
        return shell;
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(server.url() + path)).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private static Ended run(Path plugins, String... arguments) throws Exception {
        Process process = ServerProcess.launch(List.of(arguments), plugins);
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), said);
    }

    private record Ended(int code, String said) {}
}
