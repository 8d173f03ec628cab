package io.tradetracker.broker.capital.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Scanner;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandAloneTest {
    @AutoClose
    private final HttpClient http = HttpClient.newHttpClient();

    private final CountDownLatch stop = new CountDownLatch(1);
    private final Map<String, String> told = new HashMap<>();

    private CompletableFuture<Integer> start(String... options) throws IOException {
        PipedReader screen = new PipedReader(10_000);
        PrintWriter out = new PrintWriter(new PipedWriter(screen), true);
        String[] args =
                Stream.concat(Stream.of("--port", "0"), Stream.of(options)).toArray(String[]::new);
        CompletableFuture<Integer> exit =
                CompletableFuture.supplyAsync(() -> Main.run(stop, out, new PrintWriter(System.err, true), args));
        Scanner lines = new Scanner(screen);
        while (!told.containsKey("venue time")) {
            String line = lines.nextLine();
            if (line.length() > 12) {
                told.put(line.substring(0, 12).trim(), line.substring(12));
            }
        }
        return exit;
    }

    private JsonNode admin(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(told.get("url") + path))
                .header("X-ADMIN-TOKEN", told.getOrDefault("admin token", ""))
                .method(method, BodyPublishers.ofString(body.replace('\'', '"')))
                .build();
        return Api.parse(http.send(request, BodyHandlers.ofString()).body());
    }

    @Test
    void runsOnItsOwnTimeUntilItIsStopped() throws IOException, InterruptedException {
        CompletableFuture<Integer> exit = start("--speed", "600", "--faults", "0.01");
        Instant first =
                Instant.parse(admin("GET", "/admin/record", "").path("time").asText());
        Instant later = first;
        while (!later.isAfter(first.plusSeconds(120))) {
            later = Instant.parse(admin("GET", "/admin/record", "").path("time").asText());
        }

        JsonNode bars = admin("GET", "/admin/record", "").path("bars").path("BTCUSD MINUTE");
        assertThat(bars.size()).isPositive();
        assertThat(told.get("url")).startsWith("http://127.0.0.1:");
        stop.countDown();
        assertThat(exit.join()).isZero();
    }

    @Test
    void isMovedFromOutside() throws IOException, InterruptedException {
        CompletableFuture<Integer> exit = start("--speed", "0.000001", "--start", "2026-03-02T09:00:00Z");

        JsonNode moved = admin("POST", "/admin/advance", "{'seconds':90.5}");
        JsonNode quoted = admin("POST", "/admin/quote", "{'epic':'GOLD','bid':3400,'ask':3401}");
        JsonNode planned =
                admin("POST", "/admin/faults", "{'kind':'REJECTED','reason':'UNKNOWN','on':'POST /positions'}");
        JsonNode wrong = admin("POST", "/admin/quote", "{'epic':'NONE','bid':3400,'ask':3401}");
        JsonNode odd = admin("POST", "/admin/faults", "{'kind':'EMPTY','on':'monday'}");
        told.put("admin token", "guess");
        JsonNode stranger = admin("GET", "/admin/record", "");

        assertThat(Instant.parse(moved.path("time").asText()))
                .isBetween(Instant.parse("2026-03-02T09:01:30.5Z"), Instant.parse("2026-03-02T09:01:31Z"));
        assertThat(quoted.has("error")).isFalse();
        assertThat(planned.has("error")).isFalse();
        assertThat(wrong.path("error").asText()).contains("no market NONE").contains("GOLD");
        assertThat(odd.path("error").asText()).contains("POST /session");
        assertThat(stranger.path("error").asText()).contains("admin token");
        stop.countDown();
        assertThat(exit.join()).isZero();
    }

    @Test
    void playsFilesFromTheirBeginning(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("btc.csv");
        Files.writeString(file, """
                time,open,high,low,close,volume
                2013-11-25T00:00:00Z,800.01,807.47,800.01,807.47,2.8
                2013-11-25T00:01:00Z,807,807,806.99,806.99,0.3
                """);
        CompletableFuture<Integer> exit = start("--speed", "0.000001", "--prices", "BTCUSD=" + file);

        assertThat(told.get("venue time")).startsWith("2013-11-25T00:00:00");
        stop.countDown();
        assertThat(exit.join()).isZero();
    }

    @Test
    void wrongOptionsAreExplained(@TempDir Path folder) throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.csv"), "time,price\n");
        Path one = Files.writeString(folder.resolve("one.csv"), "time,price\n2013-11-25T00:00:00Z,1\n");

        assertThat(refusal("--prices", "NONE=" + one)).contains("no market [NONE]");
        assertThat(refusal("--prices", "BTCUSD=" + empty)).contains("has no prices");
        assertThat(refusal("--speed", "0")).contains("speed is above 0");
        assertThat(refusal("--faults", "2")).contains("--faults");
    }

    private String refusal(String... options) {
        StringWriter err = new StringWriter();
        String[] args =
                Stream.concat(Stream.of("--port", "0"), Stream.of(options)).toArray(String[]::new);
        int exit = Main.run(stop, new PrintWriter(new StringWriter()), new PrintWriter(err), args);
        assertThat(exit).isEqualTo(2);
        return err.toString();
    }
}
