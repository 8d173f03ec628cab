package io.tradetracker.broker.capital.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultTest {
    private static final String BUY = "{'epic':'GOLD','direction':'BUY','size':1}";

    private final CapitalSimulator venue = venue();
    private final Api api = Api.loggedIn(venue);

    private static CapitalSimulator venue() {
        return CapitalSimulator.builder()
                .startAt(Instant.parse("2026-03-02T09:00:00Z"))
                .market(MarketSpec.gold())
                .limits(Limits.none())
                .start();
    }

    @BeforeEach
    void price() {
        venue.quote("GOLD", new BigDecimal("3500.00"), new BigDecimal("3500.50"));
    }

    @AfterEach
    void close() {
        api.close();
        venue.close();
    }

    private int open() {
        return api.get("/positions").at("/positions").size();
    }

    private WriteRecord lastWrite() {
        return venue.record().writes().getLast();
    }

    private void assertCut() {
        assertThatThrownBy(() -> api.post("/positions", BUY)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void lostAnswerIsCarriedOutAndTheConnectionIsCut() {
        venue.faults().nextWrite(Fault.answerLost());

        assertCut();

        assertThat(open()).isEqualTo(1);
        assertThat(lastWrite().fault()).isEqualTo("ANSWER_LOST");
        assertThat(lastWrite().isExecuted()).isTrue();
        assertThat(lastWrite().effects()).extracting(Effect::change).containsExactly(Effect.Change.OPENED);
        assertThat(venue.record().writes()).hasSize(1);
    }

    @Test
    void lostRequestIsNotCarriedOut() {
        venue.faults().nextWrite(Fault.requestLost());

        assertCut();

        assertThat(open()).isZero();
        assertThat(lastWrite().handled()).isNull();
        assertThat(lastWrite().effects()).isEmpty();
    }

    @Test
    void cutConnectionSendsNoByte() throws IOException {
        venue.faults().next("GET", "/time", Fault.answerLost());

        try (Socket socket = new Socket("127.0.0.1", venue.url().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write("GET /api/v1/time HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().readAllBytes()).isEmpty();
        }
    }

    @Test
    void lateRequestIsCarriedOutWhenItsTimeComes() {
        venue.faults().nextWrite(Fault.executedLate(Duration.ofSeconds(5)));

        assertCut();
        venue.advance(Duration.ofSeconds(4));
        assertThat(open()).isZero();
        venue.advance(Duration.ofSeconds(1));

        assertThat(open()).isEqualTo(1);
        assertThat(lastWrite().received()).isEqualTo(Instant.parse("2026-03-02T09:00:00Z"));
        assertThat(lastWrite().handled()).isEqualTo(Instant.parse("2026-03-02T09:00:05Z"));
    }

    @Test
    void spoiltAnswersReadAsTheyShould() {
        assertThat(answer(Fault.serverError(true)))
                .isEqualTo("500 {\"errorCode\":\"java.util.concurrent.TimeoutException\"}");
        assertThat(answer(Fault.badGateway(true))).startsWith("502 <html>");
        assertThat(answer(Fault.truncated())).startsWith("200 {\"dealRef").doesNotEndWith("}");
        assertThat(answer(Fault.empty())).isEqualTo("200 ");
        assertThat(answer(Fault.withoutReference())).isEqualTo("200 {}");
        assertThat(open()).isEqualTo(5);
        assertThat(answer(Fault.serverError(false))).startsWith("500");
        assertThat(answer(Fault.badGateway(false))).startsWith("502");
        assertThat(answer(Fault.tooManyRequests())).isEqualTo("429 {\"errorCode\":\"error.too-many.requests\"}");
        assertThat(open()).isEqualTo(5);
        assertThat(answer(Fault.tokenExpired())).isEqualTo("401 {\"errorCode\":\"error.invalid.session.token\"}");
        assertThat(api.get("/ping").status()).isEqualTo(401);
        assertThat(venue.record().executions()).hasSize(5);
    }

    private String answer(Fault fault) {
        venue.faults().nextWrite(fault);
        Api.Reply reply = api.post("/positions", BUY);
        return reply.status() + " " + reply.text();
    }

    @Test
    void deleteWithoutReferenceClosesNevertheless() {
        String dealId = api.open("GOLD", "BUY", "1", "");
        venue.faults().next("DELETE", "/positions", Fault.withoutReference());

        assertThat(api.delete("/positions/" + dealId).text()).isEqualTo("{}");
        assertThat(open()).isZero();
    }

    @Test
    void lateConfirmationIsNotFoundForAWhile() {
        venue.faults().nextWrite(Fault.confirmLate(Duration.ofSeconds(30)));
        String reference = api.post("/positions", BUY).at("/dealReference").asText();

        assertThat(api.get("/confirms/" + reference).code()).isEqualTo("error.not-found.dealReference");
        assertThat(open()).isEqualTo(1);
        venue.advance(Duration.ofSeconds(30));
        assertThat(api.get("/confirms/" + reference).at("/dealStatus").asText()).isEqualTo("ACCEPTED");
    }

    @Test
    void rejectedRequestHasAReferenceAndChangesNothing() {
        venue.faults().nextWrite(Fault.rejected("MARKET_CLOSED"));

        Api.Reply reply = api.post("/positions", BUY);

        assertThat(api.confirm(reply).path("rejectReason").asText()).isEqualTo("MARKET_CLOSED");
        assertThat(open()).isZero();
        assertThat(lastWrite().code()).isEqualTo("MARKET_CLOSED");
        assertThat(api.confirm(api.post("/positions", BUY)).path("dealStatus").asText())
                .isEqualTo("ACCEPTED");
    }

    @Test
    void everyKindOfWriteCanBeRejected() {
        String dealId = api.open("GOLD", "BUY", "1", "");
        String order = "{'epic':'GOLD','direction':'BUY','size':1,'level':3400,'type':'LIMIT'}";
        String orderId =
                api.confirm(api.post("/workingorders", order)).path("dealId").asText();
        List<Api.Reply> replies = new ArrayList<>();
        for (String write : List.of(
                "POST /workingorders " + order,
                "PUT /workingorders/" + orderId + " {'level':3300}",
                "DELETE /workingorders/" + orderId + " ",
                "PUT /positions/" + dealId + " {'stopLevel':3400}",
                "DELETE /positions/" + dealId + " ")) {
            String[] parts = write.split(" ", 3);
            venue.faults().nextWrite(Fault.rejected("UNKNOWN"));
            replies.add(api.send(parts[0], parts[1], parts[2]));
        }

        assertThat(replies)
                .allSatisfy(reply -> assertThat(
                                api.confirm(reply).path("dealStatus").asText())
                        .isEqualTo("REJECTED"));
        assertThat(open()).isEqualTo(1);
        assertThat(api.get("/workingorders")
                        .at("/workingOrders/0/workingOrderData/orderLevel")
                        .decimalValue())
                .isEqualByComparingTo("3400");
    }

    @Test
    void slowAnswerComesWhenVenueTimeHasPassed() {
        venue.faults().nextWrite(Fault.slow(Duration.ofSeconds(10)));

        CompletableFuture<Api.Reply> reply = api.later("POST", "/positions", BUY);
        while (venue.record().executions().isEmpty()) {
            Thread.onSpinWait();
        }
        venue.advance(Duration.ofSeconds(9));
        assertThat(open()).isEqualTo(1);
        assertThat(reply).isNotDone();
        venue.advance(Duration.ofSeconds(1));

        assertThat(reply.join().status()).isEqualTo(200);
    }

    @Test
    void staleAnswersTellHowThingsWere() {
        String dealId = api.open("GOLD", "BUY", "1", "");
        venue.advance(Duration.ofSeconds(10));
        api.delete("/positions/" + dealId);
        Api.Reply opened = api.post("/positions", BUY);
        venue.advance(Duration.ofSeconds(5));
        assertThat(api.get("/positions").text()).doesNotContain(dealId);

        assertThat(stale("/positions", 6).text()).contains(dealId);
        assertThat(stale("/positions/" + dealId, 6).status()).isEqualTo(200);
        assertThat(stale("/positions/" + dealId, 16).status()).isEqualTo(404);
        assertThat(stale("/positions", 16).at("/positions")).isEmpty();
        assertThat(stale("/history/activity", 6).at("/activities")).hasSize(3);
        assertThat(stale("/confirms/" + opened.at("/dealReference").asText(), 6).status())
                .isEqualTo(404);
    }

    private Api.Reply stale(String path, int seconds) {
        venue.faults().nextRead(Fault.stale(Duration.ofSeconds(seconds)));
        return api.get(path);
    }

    @Test
    void rotatedTokensReplaceTheOldOnes() {
        venue.faults().nextRead(Fault.tokensRotated());
        Api.Reply reply = api.get("/positions");

        assertThat(api.get("/ping").status()).isEqualTo(401);
        api.adopt(reply);
        assertThat(api.get("/ping").status()).isEqualTo(200);
    }

    @Test
    void loginCanBeRefused() {
        venue.faults().next("POST", "/session", Fault.tooManyRequests());

        assertThat(api.login().status()).isEqualTo(429);
        assertThat(api.login().status()).isEqualTo(200);
    }

    @Test
    void activityComesLateOrFirstWithoutLevel() {
        venue.faults().delayActivity(Duration.ofSeconds(60));
        venue.faults().delayActivityLevels(Duration.ofSeconds(70));
        api.open("GOLD", "BUY", "1", "");

        assertThat(rows()).isEmpty();
        venue.advance(Duration.ofSeconds(60));
        assertThat(rows()).hasSize(3).allMatch(row -> row.equals("BUY / "));
        venue.advance(Duration.ofSeconds(10));
        assertThat(rows()).hasSize(3).allMatch(row -> row.equals("BUY 1/3500.50"));
    }

    private List<String> rows() {
        List<String> rows = new ArrayList<>();
        api.get("/history/activity?detailed=true").at("/activities").forEach(row -> {
            String size = row.at("/details/size").asText(" ");
            String level = row.at("/details/level").asText(" ");
            rows.add("BUY " + size.trim() + "/" + (level.isBlank() ? " " : level));
        });
        return rows;
    }

    @Test
    void closedMarketRejectsWhatWasCheckedBefore() {
        venue.faults().closeMarket("GOLD");

        assertThat(api.confirm(api.post("/positions", BUY)).path("rejectReason").asText())
                .isEqualTo("MARKET_CLOSED");
    }

    @Test
    void faultsByChanceAreTheSameForTheSameSeed() {
        assertThat(outcomes(5)).isEqualTo(outcomes(5)).isNotEqualTo(outcomes(6)).contains("500", "200");
    }

    private static List<String> outcomes(long seed) {
        try (CapitalSimulator other = venue();
                Api client = Api.loggedIn(other)) {
            other.faults().seed(seed).byChance(Fault.serverError(false), 0.3);
            List<String> outcomes = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                outcomes.add(Integer.toString(client.get("/positions").status()));
            }
            return outcomes;
        }
    }

    @Test
    void clearedFaultsDoNotHappen() {
        venue.faults().nextWrite(Fault.answerLost()).byChance(Fault.requestLost(), 1);
        assertThat(venue.faults().waiting()).isEqualTo(1);

        venue.faults().clear();

        assertThat(api.post("/positions", BUY).status()).isEqualTo(200);
    }

    @Test
    void refusedRequestHasNoEffectsOfWhatThePriceDidBefore() {
        api.open("GOLD", "BUY", "1", ",'stopLevel':3490");
        venue.quote("GOLD", new BigDecimal("3480.00"), new BigDecimal("3480.50"));
        venue.faults().nextWrite(Fault.tooManyRequests());

        api.post("/positions", BUY);

        assertThat(venue.record().executions()).hasSize(2);
        assertThat(lastWrite().effects()).isEmpty();
        AccountRecord account = venue.record().account("300000000000000001");
        assertThat(account.positions()).isEmpty();
        assertThat(account.cash()).isEqualByComparingTo("99979.50");
    }

    @Test
    void refusalIsNotTurnedIntoSuccess() {
        venue.faults().nextWrite(Fault.empty());

        Api.Reply reply = api.post("/positions", "{'epic':'GOLD','direction':'BUY','size':0.001}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(lastWrite().code()).isEqualTo("error.invalid.size.minvalue: 0.01");
    }

    @Test
    void confirmationsCanAlwaysComeLate() {
        try (CapitalSimulator slow = CapitalSimulator.builder()
                        .market(MarketSpec.gold())
                        .confirmDelay(Duration.ofSeconds(2))
                        .limits(Limits.none())
                        .start();
                Api client = Api.loggedIn(slow)) {
            slow.quote("GOLD", new BigDecimal("3500.00"), new BigDecimal("3500.50"));
            String dealId = opened(slow, client);

            Api.Reply amended = client.put("/positions/" + dealId, "{'stopLevel':3400}");
            String path = "/confirms/" + amended.at("/dealReference").asText();
            slow.advance(Duration.ofSeconds(2));
            assertThat(client.get(path).at("/status").asText()).isEqualTo("AMENDED");
            client.delete("/positions/" + dealId);

            assertThat(client.get(path).status()).isEqualTo(404);
            slow.advance(Duration.ofSeconds(2));
            assertThat(client.get(path).at("/status").asText()).isEqualTo("CLOSED");
        }
    }

    private static String opened(CapitalSimulator slow, Api client) {
        Api.Reply reply = client.post("/positions", BUY);
        assertThat(client.confirm(reply).path("errorCode").asText()).isEqualTo("error.not-found.dealReference");
        slow.advance(Duration.ofSeconds(2));
        return client.confirm(reply).at("/affectedDeals/0/dealId").asText();
    }
}
