package io.tradetracker.broker.capital.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Several clients and moving time at once. */
class CrowdTest {
    private static final String BUY = "{'epic':'GOLD','direction':'BUY','size':0.01}";

    private static SimulatorBuilder venue() {
        return CapitalSimulator.builder()
                .startAt(Instant.parse("2026-03-02T09:00:00Z"))
                .account(AccountSpec.standard())
                .account(AccountSpec.standard().withId("300000000000000002"))
                .sessions(Duration.ofDays(9), Duration.ofDays(9))
                .limits(Limits.none());
    }

    @Test
    void nothingIsLostOrDoubledWhenManyTradeWhileTimeMoves() {
        try (CapitalSimulator venue = venue().market(MarketSpec.gold(), RandomWalk.of(1, "3500", "0.5"))
                        .start();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            venue.advance(Duration.ofSeconds(1));
            List<CompletableFuture<Integer>> clients = IntStream.range(0, 8)
                    .mapToObj(client -> CompletableFuture.supplyAsync(() -> trade(venue), threads))
                    .toList();
            while (!clients.stream().allMatch(CompletableFuture::isDone)) {
                venue.advance(Duration.ofMillis(100));
            }

            int done = clients.stream().mapToInt(CompletableFuture::join).sum();
            VenueRecord record = venue.record();
            assertThat(done).isEqualTo(240);
            assertThat(record.writes()).hasSize(240).allMatch(WriteRecord::isExecuted);
            assertThat(record.executions()).hasSize(240);
            assertThat(record.account("300000000000000001").positions())
                    .hasSize(240)
                    .extracting(AccountRecord.OpenPosition::dealId)
                    .doesNotHaveDuplicates();
        }
    }

    private static int trade(CapitalSimulator venue) {
        try (Api api = Api.loggedIn(venue)) {
            return (int) IntStream.range(0, 30)
                    .filter(i -> "ACCEPTED"
                            .equals(api.confirm(api.post("/positions", BUY))
                                    .path("dealStatus")
                                    .asText()))
                    .count();
        }
    }

    @Test
    void accountsOfAUserAreKeptApart() {
        try (CapitalSimulator venue = venue().market(MarketSpec.gold()).start();
                Api first = Api.loggedIn(venue)) {
            venue.quote("GOLD", new BigDecimal("3500.00"), new BigDecimal("3500.50"));
            first.post("/positions", BUY);
            try (Api second = Api.loggedIn(venue)) {
                second.adopt(second.put("/session", "{'accountId':'300000000000000002'}"));
                second.post("/positions", BUY);
                second.post("/positions", BUY);

                assertThat(venue.record().writes())
                        .extracting(WriteRecord::accountId)
                        .containsExactly("300000000000000001", "300000000000000002", "300000000000000002");
                assertThat(first.get("/positions").at("/positions")).hasSize(1);
                assertThat(second.get("/positions").at("/positions")).hasSize(2);
                assertThat(first.get("/session").at("/accountId").asText()).isEqualTo("300000000000000001");
                // the switched account is the one that later logins start on
                assertThat(first.login().at("/currentAccountId").asText()).isEqualTo("300000000000000002");
            }
        }
    }
}
