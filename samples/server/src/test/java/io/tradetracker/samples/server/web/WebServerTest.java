package io.tradetracker.samples.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.charts.TradeMark;
import io.tradetracker.charts.service.ChartService;
import io.tradetracker.indicators.IndicatorCatalogue;
import io.tradetracker.samples.server.board.BotBoard;
import io.tradetracker.samples.server.board.BotControl;
import io.tradetracker.samples.server.board.BotProfile;
import io.tradetracker.samples.server.board.BotStatus;
import io.tradetracker.samples.server.board.CandleLine;
import io.tradetracker.samples.server.board.FillLine;
import io.tradetracker.samples.server.board.HostedBot;
import io.tradetracker.samples.server.board.Notice;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebServerTest {
    private final Readiness readiness = new Readiness();
    private final Commands commands = new Commands();
    private final BotBoard board = new BotBoard(
            new BotProfile(
                    "btc",
                    "Bot",
                    "PAPER",
                    "Plan.",
                    new BotProfile.StrategyLine("s", "S", "", Map.of()),
                    new BotProfile.Market("BTC/USD", "USD", "BTC", "M1", 60_000, 2, 4)),
            new BotStatus("RUNNING", "", Instant.EPOCH));
    private final HttpClient client = HttpClient.newHttpClient();
    private WebServer server;
    private volatile String databaseFault = "";

    @BeforeEach
    void start() {
        server = WebServer.start("127.0.0.1", 0, readiness, List::of, ChartService.create());
        readiness.serving(() -> Map.of("btc", new HostedBot(board, commands)), Map.of("database", () -> databaseFault));
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void servesThePageUnderAStrictPolicy() throws Exception {
        HttpResponse<String> page = send(request("/"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<title>Trade Tracker</title>").doesNotContain("<script>", " style=");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void servesTheChartLibraryCompressedAndForGood() throws Exception {
        HttpResponse<String> script =
                send(request("/vendor/echarts/6.0.0/dist/echarts.esm.min.js").header("Accept-Encoding", "gzip"));

        assertThat(script.statusCode()).isEqualTo(200);
        assertThat(script.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(script.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/javascript");
        assertThat(script.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
    }

    @Test
    void listsTheIndicatorsOfTheCatalogue() throws Exception {
        HttpResponse<String> answer = send(request("/api/indicators"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"id\":\"macd\"", "\"name\":\"histogram\"", "\"pane\":")
                .contains(IndicatorCatalogue.all().stream()
                        .map(kind -> "\"id\":\"" + kind.id() + "\"")
                        .toList());
    }

    private void fillBoard() {
        for (int i = 0; i < 200; i++) {
            double price = 100 + 5 * Math.sin(i / 9.0);
            board.candle(new CandleLine(
                    60_000L * i,
                    price,
                    price + 1,
                    price - 1,
                    price,
                    1,
                    i < 20 ? Map.of() : Map.of("sma(CLOSE,20)", price)));
        }
        board.fill(fill(150, "BUY", 1, "100", null));
        board.fill(fill(180, "SELL", 1, "102", "2"));
    }

    private static FillLine fill(int minute, String side, int quantity, String price, @Nullable String result) {
        return new FillLine(
                Instant.ofEpochSecond(60L * minute),
                side,
                new BigDecimal(quantity),
                new BigDecimal(price),
                BigDecimal.ZERO,
                result == null ? "ENTRY" : "EXIT",
                result == null ? null : new BigDecimal(result));
    }

    @Test
    void drawsABotsChartInEveryFormatAndKeepsIt() throws Exception {
        fillBoard();
        String query =
                "?last=100&theme=dark&size=600x400@2&volume=overlay&indicator=rsi&pattern=all&to=" + 60_000L * 189;
        Map<String, String> types = Map.of(
                "png", "image/png", "svg", "image/svg+xml", "pdf", "application/pdf", "json", "application/json");
        for (Map.Entry<String, String> type : types.entrySet()) {
            HttpResponse<String> chart = send(request("/api/bots/btc/chart." + type.getKey() + query));
            assertThat(chart.statusCode()).as(chart.body()).isEqualTo(200);
            assertThat(chart.headers().firstValue("Content-Type").orElseThrow()).startsWith(type.getValue());
            String tag = chart.headers().firstValue("ETag").orElseThrow();
            assertThat(send(request("/api/bots/btc/chart." + type.getKey() + query)
                                    .header("If-None-Match", tag))
                            .statusCode())
                    .isEqualTo(304);
            HttpResponse<String> kept =
                    send(request(chart.headers().firstValue("Content-Location").orElseThrow()));
            assertThat(kept.body()).isEqualTo(chart.body());
            assertThat(kept.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
        }
        String json = send(request("/api/bots/btc/chart.json" + query)).body();
        assertThat(json).contains("\"version\":1", "\"label\":\"SMA 20\"", "\"id\":\"rsi\"", "," + 60_000L * 189 + "]");
    }

    @Test
    void drawsABotThatHasSeenNothingYet() throws Exception {
        assertThat(send(request("/api/bots/btc/chart.png")).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/bots/nobody/chart.png | 404 | UNKNOWN_BOT
            /api/bots/btc/chart.gif | 404 | NOT_FOUND
            /api/bots/btc/chart.png?last=x | 400 | last must be a whole number
            /api/bots/btc/chart.png?last=0 | 400 | at least 1 candle
            /api/bots/btc/chart.png?to=now | 400 | milliseconds since 1970
            /api/bots/btc/chart.png?size=9x9 | 400 | must be 120 to 8192 pixels wide
            /api/bots/btc/chart.png?size=8000x8000 | 400 | dots that are allowed here
            /api/bots/btc/chart.png?theme=pink | 400 | there is no theme
            /api/bots/btc/chart.png?indicator=smaa | 400 | there is no indicator
            /api/bots/btc/chart.png?pattern=tops | 400 | there is no chart pattern
            /api/charts/abc | 404 | UNKNOWN_CHART
            /api/charts/..%2F..%2Fetc%2Fpasswd | 404 | UNKNOWN_CHART
            """)
    void saysWhatIsWrongWithAChart(String path, int status, String complaint) throws Exception {
        HttpResponse<String> answer = send(request(path));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).startsWith("{\"error\":").contains(complaint);
    }

    @Test
    void takesOnlySoManyIndicators() throws Exception {
        assertThat(send(request("/api/bots/btc/chart.png?" + "indicator=rsi&".repeat(9)))
                        .body())
                .contains("at most 8 indicators are drawn, but there are 9");
    }

    @Test
    void pairsFillsToPositions() {
        List<FillLine> newestFirst = List.of(
                fill(9, "BUY", 1, "90", null),
                fill(8, "BUY", 1, "95", "6"),
                fill(7, "SELL", 2, "101", "1"),
                fill(6, "SELL", 1, "100", null),
                fill(5, "BUY", 1, "110", null),
                fill(4, "BUY", 1, "100", null),
                fill(3, "SELL", 1, "99", "-1"));

        List<TradeMark> marks = BotChart.positions(newestFirst);

        assertThat(marks).hasSize(3);
        assertThat(marks.get(0).isLong()).isTrue();
        assertThat(marks.get(0).entry().price()).as("mean of 100 and 110").isEqualTo(105);
        assertThat(marks.get(0).closed().orElseThrow().time()).isEqualTo(Instant.ofEpochSecond(420));
        assertThat(marks.get(1).isLong()).as("sold two, held one").isFalse();
        assertThat(marks.get(2).closed()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/nowhere, 404, NOT_FOUND",
        "/api/bots/nobody, 404, UNKNOWN_BOT",
        "/vendor/echarts/6.0.0/LICENSE, 404, NOT_FOUND",
        "/vendor/../logback.xml, 404, NOT_FOUND",
        "/web/index.html, 404, NOT_FOUND"
    })
    void answersEveryFaultInOneShape(String path, int status, String code) throws Exception {
        HttpResponse<String> answer = send(request(path));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).startsWith("{\"error\":{\"code\":\"" + code + "\"");
    }

    @Test
    void isNotReadyWhenAPartIsDown() throws Exception {
        databaseFault = "does not answer";

        HttpResponse<String> ready = send(request("/health/ready"));

        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.body()).contains("degraded", "does not answer");
        assertThat(send(request("/health/live")).statusCode()).isEqualTo(200);
    }

    @Test
    void saysWhatItIsDoingWhileItStarts() throws Exception {
        readiness.starting("starting its database");

        assertThat(send(request("/health/ready")).body()).contains("starting its database");
        assertThat(send(request("/api/bots/btc")).statusCode()).isEqualTo(503);
        assertThat(send(request("/api/bots")).body()).isEqualTo("[]");
    }

    @Test
    void startsAndStopsABot() throws Exception {
        assertThat(send(command("/api/bots/btc/stop")).statusCode()).isEqualTo(200);
        assertThat(send(command("/api/bots/btc/start")).body()).contains("\"profile\"");

        assertThat(commands.given).containsExactly("stop", "start");
    }

    @Test
    void saysWhenABotDoesNotStart() throws Exception {
        commands.onStart = () -> board.status(new BotStatus("FAULTED", "its record is gone", Instant.EPOCH));

        HttpResponse<String> answer = send(command("/api/bots/btc/start"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("BOT_IN_ERROR", "its record is gone");
    }

    @Test
    void answersWithTheBotThatStartsOver() throws Exception {
        HttpResponse<String> answer = send(command("/api/bots/btc/start-over"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"id\":\"btc\"");
        assertThat(commands.given).containsExactly("start over");
    }

    @Test
    void refusesACommandThatAnotherSiteCouldSend() throws Exception {
        HttpRequest.Builder plain = request("/api/bots/btc/stop").POST(BodyPublishers.noBody());

        HttpResponse<String> answer = send(plain);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("REQUEST_REFUSED", "X-Requested-With");
        assertThat(commands.given).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "null", "http://127.0.0.1:1", "http://127.0.0.1.evil.example", "::"})
    void refusesACommandFromAnotherOrigin(String origin) throws Exception {
        assertThat(send(command("/api/bots/btc/stop").header("Origin", origin)).statusCode())
                .isEqualTo(403);
        assertThat(commands.given).isEmpty();
    }

    @Test
    void takesACommandFromItsOwnPage() throws Exception {
        assertThat(send(command("/api/bots/btc/stop").header("Origin", server.url()))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesAnUnknownNameForItself() throws IOException {
        URI url = URI.create(server.url());
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.getOutputStream()
                    .write("GET /api/bots HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));

            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer)
                    .startsWith("HTTP/1.1 403")
                    .contains("REQUEST_REFUSED")
                    .doesNotContain("btc");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"speed\": 0} | 400",
                "{\"speed\": 1e9} | 400",
                "{\"speed\": \"fast\"} | 400",
                "{\"speed\": 60, \"more\": 1} | 400",
                "{\"paused\": \"yes\"} | 400",
                "not json | 400",
                "[] | 400",
                "{\"speed\": 300} | 200",
                "{\"paused\": true} | 200"
            })
    void changesTheReplayOnlyAsFarAsItCan(String body, int status) throws Exception {
        HttpRequest.Builder request = request("/api/bots/btc/feed")
                .header("X-Requested-With", "trade-tracker")
                .POST(BodyPublishers.ofString(body));

        assertThat(send(request).statusCode()).isEqualTo(status);
        assertThat(commands.given).hasSize(status == 200 ? 1 : 0);
    }

    @Test
    void refusesABodyThatIsTooLarge() throws Exception {
        HttpRequest.Builder request = request("/api/bots/btc/feed")
                .header("X-Requested-With", "trade-tracker")
                .POST(BodyPublishers.ofString("{\"speed\": " + " ".repeat(20_000) + "60}"));

        assertThat(send(request).statusCode()).isEqualTo(413);
    }

    @Test
    void streamsASnapshotAndThenEvents() throws Exception {
        Watcher watcher = new Watcher();
        WebSocket socket = open("/ws?bot=btc", server.url(), watcher);

        assertThat(watcher.next()).contains("\"type\":\"snapshot\"").contains("\"id\":\"btc\"");
        board.notice(new Notice(Instant.EPOCH, "hello"));

        assertThat(watcher.next()).contains("\"type\":\"notice\"").contains("hello");
        socket.abort();
    }

    @Test
    void endsStreamsWhenItStops() throws Exception {
        Watcher watcher = new Watcher();
        open("/ws?bot=btc", server.url(), watcher);
        watcher.next();

        server.close();

        assertThat(watcher.closed.poll(10, TimeUnit.SECONDS)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"/ws?bot=btc, http://evil.example", "/ws?bot=nobody, ''", "/ws, ''"})
    void refusesAStreamForOtherSitesAndUnknownBots(String path, String origin) {
        assertThat(client.newWebSocketBuilder()
                        .header("Origin", origin.isEmpty() ? server.url() : origin)
                        .buildAsync(URI.create(server.url().replace("http", "ws") + path), new Watcher()))
                .failsWithin(java.time.Duration.ofSeconds(10));
    }

    private WebSocket open(String path, String origin, Watcher watcher) {
        return client.newWebSocketBuilder()
                .header("Origin", origin)
                .buildAsync(URI.create(server.url().replace("http", "ws") + path), watcher)
                .join();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + path));
    }

    private HttpRequest.Builder command(String path) {
        return request(path).header("X-Requested-With", "trade-tracker").POST(BodyPublishers.noBody());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private final class Commands implements BotControl {
        private Runnable onStart = () -> {};
        private final List<String> given = new java.util.concurrent.CopyOnWriteArrayList<>();

        @Override
        public void start() {
            given.add("start");
            onStart.run();
        }

        @Override
        public HostedBot startOver() {
            given.add("start over");
            return new HostedBot(board, this);
        }

        @Override
        public void stop() {
            given.add("stop");
        }

        @Override
        public void pause(boolean paused) {
            given.add("pause " + paused);
        }

        @Override
        public void speed(double speed) {
            given.add("speed " + speed);
        }
    }

    private static final class Watcher implements WebSocket.Listener {
        private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
        private final BlockingQueue<Boolean> closed = new LinkedBlockingQueue<>();
        private final StringBuilder part = new StringBuilder();

        String next() throws InterruptedException {
            String text = texts.poll(10, TimeUnit.SECONDS);
            assertThat(text).as("an event within ten seconds").isNotNull();
            return text;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                texts.add(part.toString());
                part.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            closed.add(true);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable failed) {
            closed.add(true);
        }
    }
}
