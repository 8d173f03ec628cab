package io.tradetracker.broker.capital.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PricesTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private static CapitalSimulator venue(MarketSpec market, PriceSource source) {
        return CapitalSimulator.builder()
                .startAt(START)
                .market(market, source)
                .limits(Limits.none())
                .start();
    }

    /** A quote a minute from 08:00 on, rising by one. */
    private static RecordedPrices rising(int minutes) {
        List<Quote> quotes = new ArrayList<>();
        for (int minute = 0; minute < minutes; minute++) {
            BigDecimal bid = BigDecimal.valueOf(1000L + minute);
            Instant time = START.minus(Duration.ofHours(1)).plusSeconds(60L * minute + 30);
            quotes.add(new Quote(time, bid, bid.add(BigDecimal.ONE)));
        }
        return RecordedPrices.of(quotes);
    }

    private static List<String> candles(Api api, String query) {
        List<String> rows = new ArrayList<>();
        api.get("/prices/BTCUSD?" + query)
                .at("/prices")
                .forEach(row -> rows.add(String.join(
                        " ",
                        row.path("snapshotTimeUTC").asText().substring(11),
                        row.at("/openPrice/bid").asText(),
                        row.at("/highPrice/bid").asText(),
                        row.at("/lowPrice/ask").asText(),
                        row.at("/closePrice/ask").asText(),
                        row.path("lastTradedVolume").asText())));
        return rows;
    }

    @Test
    void candlesOfTheHistoryAreThereFromTheStart() {
        try (CapitalSimulator venue = venue(MarketSpec.btcusd(), rising(90));
                Api api = Api.loggedIn(venue)) {
            assertThat(candles(api, "max=3"))
                    .containsExactly(
                            "08:57:00 1057.00 1057.00 1058.00 1058.00 1",
                            "08:58:00 1058.00 1058.00 1059.00 1059.00 1",
                            "08:59:00 1059.00 1059.00 1060.00 1060.00 1");
            assertThat(candles(api, "resolution=MINUTE_30"))
                    .containsExactly(
                            "08:00:00 1000.00 1029.00 1001.00 1030.00 30",
                            "08:30:00 1030.00 1059.00 1031.00 1060.00 30");
            assertThat(api.get("/markets/BTCUSD").at("/snapshot/bid").asText()).isEqualTo("1059.00");
            assertThat(api.get("/prices/BTCUSD").at("/prices/0/snapshotTime").asText())
                    .isEqualTo("2026-03-02T10:50:00");
        }
    }

    @Test
    void lastCandleMayBeUnfinished() {
        try (CapitalSimulator venue = venue(MarketSpec.btcusd(), rising(90));
                Api api = Api.loggedIn(venue)) {
            venue.advance(Duration.ofSeconds(150));

            assertThat(candles(api, "max=1")).containsExactly("09:02:00 1062.00 1062.00 1063.00 1063.00 1");
            assertThat(candles(api, "resolution=HOUR&max=1"))
                    .containsExactly("09:00:00 1060.00 1062.00 1061.00 1063.00 3");
            assertThat(venue.record().bars("BTCUSD", Resolution.MINUTE)).hasSize(2);
        }
    }

    @Test
    void bothEndsOfAWindowBelongToItAndItsWidthIsLimited() {
        try (CapitalSimulator venue = venue(MarketSpec.btcusd(), rising(90));
                Api api = Api.loggedIn(venue)) {
            String from = "&from=2026-03-02T08:10:00&to=2026-03-02T08:";

            assertThat(candles(api, "max=3" + from + "12:00")).hasSize(3);
            assertThat(api.get("/prices/BTCUSD?max=3" + from + "12:01").code())
                    .isEqualTo("error.invalid.max.daterange");
            assertThat(candles(api, "max=2&from=2026-03-02T08:10:00"))
                    .containsExactly(
                            "08:10:00 1010.00 1010.00 1011.00 1011.00 1", "08:11:00 1011.00 1011.00 1012.00 1012.00 1");
            assertThat(candles(api, "max=2&from=2026-03-02T08:10:01"))
                    .hasSize(2)
                    .first()
                    .asString()
                    .startsWith("08:11:00");
            assertThat(candles(api, "max=2&to=2026-03-02T08:10:00"))
                    .hasSize(2)
                    .last()
                    .asString()
                    .startsWith("08:10:00");
        }
    }

    @Test
    void wrongWindowsAreRefusedWithTheirCodes() {
        try (CapitalSimulator venue = venue(MarketSpec.btcusd(), rising(90));
                Api api = Api.loggedIn(venue)) {
            assertThat(code(api, "max=1001")).isEqualTo("400 error.invalid.max");
            assertThat(code(api, "resolution=MINUTE_3")).isEqualTo("400 error.invalid.resolution");
            assertThat(code(api, "from=1700000000")).isEqualTo("400 error.invalid.from");
            assertThat(code(api, "from=2026-03-02T08:00:00Z")).isEqualTo("400 error.invalid.from");
            assertThat(code(api, "from=2026-03-02T08:00:00&to=2026-03-02T09:00:01"))
                    .isEqualTo("400 error.invalid.daterange");
            assertThat(code(api, "from=2026-03-01T08:00:00&to=2026-03-01T08:05:00"))
                    .isEqualTo("404 error.prices.not-found");
            assertThat(api.get("/prices/NONE").code()).isEqualTo("error.not-found.epic");
        }
    }

    private static String code(Api api, String query) {
        Api.Reply reply = api.get("/prices/BTCUSD?" + query);
        return reply.status() + " " + reply.code();
    }

    @Test
    void closedHoursHaveNoCandles() {
        try (CapitalSimulator venue = venue(MarketSpec.gold(), RandomWalk.of(1, "3500", "0.5"));
                Api api = Api.loggedIn(venue)) {
            Api.Reply weekend =
                    api.get("/prices/GOLD?resolution=HOUR&max=20&from=2026-02-27T20:00:00&to=2026-02-28T10:00:00");

            assertThat(weekend.at("/prices")).hasSize(1);
            assertThat(api.get("/prices/GOLD?resolution=HOUR&max=100").at("/prices"))
                    .hasSize(100);
        }
    }

    @Test
    void fourQuotesOfACandleMakeItAgain(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("candles.csv");
        Files.writeString(file, """
                time,open,high,low,close,volume
                2026-03-02T09:00:00Z,100,110,90,105,7
                2026-03-02T09:01:00Z,105,106,80,85,3
                """);
        PriceSource source = RecordedPrices.candles(file, Duration.ofMinutes(1), new BigDecimal("0.5"));
        try (CapitalSimulator venue = venue(MarketSpec.btcusd(), source)) {
            venue.advance(Duration.ofMinutes(2));

            assertThat(venue.record().bars("BTCUSD", Resolution.MINUTE))
                    .extracting(bar -> bar.bid().toString() + bar.ask().close() + " " + bar.ticks())
                    .containsExactly(
                            "Ohlc[open=100.00, high=110.00, low=90.00, close=105.00]105.50 4",
                            "Ohlc[open=105.00, high=106.00, low=80.00, close=85.00]85.50 4");
        }
    }

    @Test
    void tradesAreReadFromAZippedFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("trades.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("time,price,size\n2026-03-02T09:00:00Z,100,1\n2026-03-02T09:00:00Z,101,1\n"
                    .getBytes(StandardCharsets.UTF_8));
        }
        RecordedPrices source = RecordedPrices.trades(file, BigDecimal.ONE);

        assertThat(source.from(START))
                .toIterable()
                .extracting(Quote::bid)
                .containsExactly(new BigDecimal("100"), new BigDecimal("101"));
        assertThat(source.from(START.plusSeconds(1))).isExhausted();
        assertThat(source.start()).isEqualTo(START);
    }

    @Test
    void wrongLinesAreNamed(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("trades.csv");
        Files.writeString(file, "time,price\n2026-03-02T09:00:00Z,cheap\n");

        assertThatThrownBy(() -> RecordedPrices.trades(file, BigDecimal.ONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("column 2");
    }

    @Test
    void randomWalkIsTheSameFromWhereverItIsAsked() {
        RandomWalk walk = RandomWalk.of(7, "3500", "0.5");
        Iterator<Quote> early = walk.from(START.minusSeconds(1000));
        for (int skipped = 0; skipped < 1000; skipped++) {
            early.next();
        }
        Iterator<Quote> late = walk.from(START);

        for (int i = 0; i < 1000; i++) {
            assertThat(late.next()).isEqualTo(early.next());
        }
        assertThat(RandomWalk.of(8, "3500", "0.5").from(START).next())
                .isNotEqualTo(walk.from(START).next());
    }

    @Test
    void randomWalkMovesAsMuchAsItSays() {
        RandomWalk walk = RandomWalk.of(7, "3500", "0.5");
        Iterator<Quote> quotes = walk.from(START);
        double last = quotes.next().bid().doubleValue();
        double squares = 0;
        int count = 20_000;
        for (int i = 0; i < count; i++) {
            double next = quotes.next().bid().doubleValue();
            squares += Math.pow(Math.log(next / last), 2);
            last = next;
        }

        assertThat(Math.sqrt(squares / count)).isBetween(0.9e-5, 1.1e-5);
    }

    @Test
    void historyAndLiveQuotesOfARandomWalkLieOnOnePath() {
        RandomWalk walk = RandomWalk.of(7, "3500", "0.5");

        assertThat(walk.history(START).next()).isEqualTo(walk.from(START).next());
    }

    @Test
    void sourceIsPlayedAsTimeMoves() {
        try (CapitalSimulator venue = venue(MarketSpec.btcusd(), RandomWalk.of(3, "60000", "10"));
                CapitalSimulator again = venue(MarketSpec.btcusd(), RandomWalk.of(3, "60000", "10"))) {
            venue.advance(Duration.ofMinutes(10));
            for (int second = 0; second < 600; second++) {
                again.advance(Duration.ofSeconds(1));
            }

            assertThat(venue.record().bars("BTCUSD", Resolution.MINUTE)).hasSize(10);
            assertThat(again.record().bars()).isEqualTo(venue.record().bars());
        }
    }

    @Test
    void longBarsAreMadeOfShortOnes() {
        try (CapitalSimulator venue = venue(MarketSpec.gold(), RandomWalk.of(5, "3500", "0.5"));
                Api api = Api.loggedIn(venue)) {
            venue.advance(Duration.ofHours(30));
            api.login();
            for (String resolution : List.of("HOUR_4", "DAY", "WEEK")) {
                JsonNode bar =
                        api.get("/prices/GOLD?max=2&resolution=" + resolution).at("/prices/0");
                String opened = bar.path("snapshotTimeUTC").asText();
                Instant open = Instant.parse(opened + "Z");
                BigDecimal highest = BigDecimal.ZERO;
                long ticks = 0;
                String query = "/prices/GOLD?resolution=HOUR&max=200&from=" + opened + "&to=";
                Instant last =
                        open.plus(Resolution.valueOf(resolution).length()).minusSeconds(1);
                for (JsonNode hour :
                        api.get(query + last.toString().substring(0, 19)).at("/prices")) {
                    highest = highest.max(hour.at("/highPrice/bid").decimalValue());
                    ticks += hour.path("lastTradedVolume").asLong();
                }
                assertThat(bar.at("/highPrice/bid").decimalValue())
                        .as(resolution)
                        .isEqualByComparingTo(highest);
                assertThat(bar.path("lastTradedVolume").asLong()).as(resolution).isEqualTo(ticks);
            }
        }
    }
}
