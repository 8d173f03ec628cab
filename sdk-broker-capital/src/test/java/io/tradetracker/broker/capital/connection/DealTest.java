package io.tradetracker.broker.capital.connection;

import static io.tradetracker.broker.capital.connection.ScriptedVenue.json;
import static io.tradetracker.broker.capital.connection.ScriptedVenue.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.broker.BrokerReference;
import io.tradetracker.api.broker.SendPermit;
import io.tradetracker.api.broker.SubmitOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is known of a request that changes positions, whatever happens to it on its way. */
final class DealTest {
    private static final Ask ORDER = Ask.of("POST", Purpose.ORDER, "positions").sending(Map.of("epic", "GOLD"));
    private static final String DONE = "{\"dealReference\":\"o_1\"}";

    private final ScriptedVenue venue = new ScriptedVenue();
    private final Session session = venue.session();
    private final Calls calls = venue.calls(session);

    @AfterEach
    void close() {
        session.close();
        venue.close();
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(400, "error.invalid.size.minvalue: 0.01", "error.invalid.size.minvalue", "0.01"),
                Arguments.of(
                        400, "error.invalid.stoploss.maxvalue: 31.817", "error.invalid.stoploss.maxvalue", "31.817"),
                Arguments.of(401, "error.invalid.session.token", "error.invalid.session.token", "401"),
                Arguments.of(404, "error.not-found.dealId", "NOT_FOUND", "not there"),
                Arguments.of(429, "error.too-many.requests", "error.too-many.requests", "Too many"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void isRefusedWhenTheServiceSaysSoInItsOwnWords(int status, String said, String code, String message) {
        venue.answers.put("POST /positions", request -> refusal(status, said));
        assertThat(calls.deal(ORDER, SendPermit.ALWAYS))
                .isInstanceOfSatisfying(SubmitOutcome.Refused.class, refused -> {
                    assertThat(refused.code()).isEqualTo(code);
                    assertThat(refused.message()).contains(message);
                });
        assertThat(venue.count("POST /positions")).isEqualTo(1);
    }

    static Stream<Arguments> unclearAnswers() {
        SocketEffect cut = new SocketEffect.CloseSocket();
        return Stream.of(
                Arguments.of("cut before the answer", done().onResponseStart(cut)),
                Arguments.of("cut in the answer", done().onResponseBody(cut)),
                Arguments.of("no answer", done().onResponseStart(SocketEffect.Stall.INSTANCE)),
                Arguments.of("half an answer and then silence", done().onResponseBody(SocketEffect.Stall.INSTANCE)),
                Arguments.of(
                        "500 with a class name",
                        refusal(500, "java.util.concurrent.TimeoutException").newBuilder()),
                Arguments.of(
                        "502 with a page", json(502, "<html>Bad gateway</html>").newBuilder()),
                Arguments.of(
                        "400 with a page", json(400, "<html>Bad request</html>").newBuilder()),
                Arguments.of("307 elsewhere", json(307, "").newBuilder().setHeader("Location", "/api/v1/elsewhere")),
                Arguments.of("nothing", json(200, "").newBuilder()),
                Arguments.of("JSON that is cut short", json(200, "{\"dealRefer").newBuilder()),
                Arguments.of(
                        "no reference", json(200, "{\"status\":\"SUCCESS\"}").newBuilder()),
                Arguments.of(
                        "a reference that is no text",
                        json(200, "{\"dealReference\":{\"a\":1}}").newBuilder()),
                Arguments.of("200 with an error", refusal(200, "error.odd").newBuilder()));
    }

    private static MockResponse.Builder done() {
        return json(200, DONE).newBuilder();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unclearAnswers")
    void isUnknownAndSentOnceWhenTheAnswerIsUnclear(String what, MockResponse.Builder answer) {
        venue.answers.put("POST /positions", request -> answer.build());
        SubmitOutcome outcome = calls.deal(ORDER, SendPermit.ALWAYS);

        assertThat(outcome).as(what).isInstanceOf(SubmitOutcome.Unknown.class);
        assertThat(venue.count("POST /positions")).as(what).isLessThanOrEqualTo(1);
        assertThat(venue.arrived).noneMatch(each -> each.contains("elsewhere"));
    }

    @Test
    void isAcceptedWhateverTypeTheAnswerClaimsToHave() {
        venue.answers.put("POST /positions", request -> json(200, DONE));
        assertThat(calls.deal(ORDER, SendPermit.ALWAYS))
                .isEqualTo(new SubmitOutcome.Accepted(BrokerReference.of("o_1")));
    }

    @Test
    void asksForItsPermitAfterTheLoginAndSendsNothingWithoutIt() {
        venue.answers.put("POST /positions", request -> json(200, DONE));
        List<String> before = new ArrayList<>();
        SubmitOutcome outcome = calls.deal(ORDER, () -> {
            before.addAll(venue.arrived);
            return false;
        });

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        SubmitOutcome.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(SubmitOutcome.Refused.NOT_PERMITTED));
        assertThat(before).contains("POST /session");
        assertThat(venue.count("POST /positions")).isZero();
    }

    @Test
    void isRefusedWhenTheServiceWasNotReached() {
        session.tokens();
        venue.answers.put("POST /positions", request -> json(200, DONE));
        venue.line.close();
        venue.close();
        assertThat(calls.deal(ORDER, SendPermit.ALWAYS))
                .isInstanceOfSatisfying(
                        SubmitOutcome.Refused.class,
                        refused -> assertThat(refused.message()).contains("nothing was sent"));
    }

    @Test
    void isRefusedWhenThereIsNoSession() {
        venue.answers.put("POST /session", request -> refusal(401, "error.invalid.details"));
        assertThat(calls.deal(ORDER, SendPermit.ALWAYS))
                .isInstanceOfSatisfying(
                        SubmitOutcome.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("error.invalid.details"));
        assertThat(venue.count("POST /positions")).isZero();
    }

    @Test
    void logsInAnewForTheNextRequestWhenTheSessionWasTheReason() {
        venue.answers.put("POST /positions", request -> refusal(401, "error.invalid.session.token"));
        calls.deal(ORDER, SendPermit.ALWAYS);
        venue.answers.put("POST /positions", request -> json(200, DONE));

        assertThat(calls.deal(ORDER, SendPermit.ALWAYS)).isInstanceOf(SubmitOutcome.Accepted.class);
        assertThat(venue.count("POST /session")).isEqualTo(2);
    }
}
