package io.tradetracker.broker.capital.hostile;

import static io.tradetracker.broker.capital.hostile.HostileVenue.answer;
import static io.tradetracker.broker.capital.hostile.HostileVenue.json;
import static io.tradetracker.broker.capital.hostile.HostileVenue.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tradetracker.api.broker.SendPermit;
import io.tradetracker.api.broker.SubmitOutcome;
import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.broker.capital.CapitalCom;
import io.tradetracker.broker.capital.connection.CapitalError;
import io.tradetracker.broker.capital.connection.CapitalException;
import io.tradetracker.broker.capital.rest.NewPosition;
import io.tradetracker.broker.capital.rest.Protection;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a server answers: a typed failure says what it means, and nothing is asked for again without need. */
@Timeout(60)
final class BadInputTest {
    private static final NewPosition ORDER = new NewPosition("GOLD", "BUY", BigDecimal.ONE, Protection.NONE);
    private static final String PAGE = "<!DOCTYPE html><html><body>Something went wrong</body></html>";
    private static final String ACCOUNTS = """
            {"accounts":[{"accountId":"A","currency":"USD",
             "balance":{"balance":1,"deposit":1,"profitLoss":0,"available":1}}]}""";

    private final HostileVenue venue = new HostileVenue();
    private final CapitalCom capital = venue.connect(HostileVenue.KEY);

    @AfterEach
    void close() {
        capital.close();
        venue.close();
    }

    static Stream<Arguments> badAnswers() {
        return Stream.of(
                Arguments.of("500 with a page", answer(500, "text/html", PAGE), CapitalError.UNAVAILABLE, 3),
                Arguments.of("503 with nothing", answer(503, "text/html", ""), CapitalError.UNAVAILABLE, 3),
                Arguments.of(
                        "500 with a class name",
                        refusal(500, "java.util.concurrent.TimeoutException"),
                        CapitalError.UNAVAILABLE,
                        3),
                Arguments.of(
                        "JSON that is cut short", json(200, ACCOUNTS.substring(0, 60)), CapitalError.BAD_ANSWER, 3),
                Arguments.of("a page instead of JSON", answer(200, "text/html", PAGE), CapitalError.BAD_ANSWER, 3),
                Arguments.of("nothing", json(200, ""), CapitalError.BAD_ANSWER, 3),
                Arguments.of("null", json(200, "null"), CapitalError.BAD_ANSWER, 3),
                Arguments.of("a list", json(200, "[]"), CapitalError.BAD_ANSWER, 3),
                Arguments.of("other JSON", json(200, "{\"status\":\"OK\"}"), CapitalError.BAD_ANSWER, 3),
                Arguments.of("null for an account", json(200, "{\"accounts\":[null]}"), CapitalError.BAD_ANSWER, 3),
                Arguments.of("deep nesting", json(200, "[".repeat(100_000)), CapitalError.BAD_ANSWER, 3),
                Arguments.of(
                        "a field twice", json(200, "{\"accounts\":[],\"accounts\":[]}"), CapitalError.BAD_ANSWER, 3),
                Arguments.of("bytes that are no text", bytes(), CapitalError.BAD_ANSWER, 3),
                Arguments.of(
                        "403 with a page of a firewall", answer(403, "text/html", PAGE), CapitalError.BAD_ANSWER, 1),
                Arguments.of("401 with a page of a proxy", answer(401, "text/html", PAGE), CapitalError.BAD_ANSWER, 1),
                Arguments.of("404 with a page", answer(404, "text/html", PAGE), CapitalError.BAD_ANSWER, 1),
                Arguments.of("400 with a code", refusal(400, "error.odd"), CapitalError.BAD_REQUEST, 1),
                Arguments.of("400 in another manner", json(400, "{\"status\":400}"), CapitalError.BAD_REQUEST, 1),
                Arguments.of("more than anybody wants", endless(), CapitalError.BAD_ANSWER, 1));
    }

    private static MockResponse bytes() {
        return new MockResponse.Builder()
                .body(new Buffer().write(new byte[] {0, -1, -2, 7}))
                .build();
    }

    /** Packed, so that it is small on its way. */
    private static MockResponse endless() {
        Buffer packed = new Buffer();
        try (okio.BufferedSink zip = okio.Okio.buffer(new okio.GzipSink(packed))) {
            byte[] megabyte = " ".repeat(1 << 20).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            for (int i = 0; i < 65; i++) {
                zip.write(megabyte);
            }
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return new MockResponse.Builder()
                .setHeader("Content-Encoding", "gzip")
                .body(packed)
                .build();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badAnswers")
    void aBadAnswerToALookIsATypedFailure(String what, MockResponse answer, CapitalError error, int times) {
        venue.answer("GET /accounts", answer);
        CapitalException failed = catchThrowableOfType(CapitalException.class, capital::accounts);
        assertThat(failed.code()).as(what).isEqualTo(error);
        assertThat(failed).hasMessageContaining("GET /accounts");
        assertThat(failed.getMessage()).doesNotContain("<html");
        assertThat(failed.retry().repeatable()).isEqualTo(times > 1);
        assertThat(venue.count("GET /accounts")).as("looks").isEqualTo(times);
        assertThat(venue.count("POST /session")).as("log-ins").isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badAnswers")
    void aBadAnswerToAnOrderIsNeverAskedForAgain(String what, MockResponse answer, CapitalError error, int times) {
        venue.answer("POST /positions", answer);
        SubmitOutcome outcome = capital.api().open(ORDER, SendPermit.ALWAYS);
        boolean refused = what.equals("400 with a code");
        assertThat(outcome).as(what).isInstanceOf(refused ? SubmitOutcome.Refused.class : SubmitOutcome.Unknown.class);
        assertThat(outcome.toString()).doesNotContain("<html");
        assertThat(venue.count("POST /positions")).as("orders").isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badAnswers")
    void aBadAnswerToALoginIsATypedFailureAndNotTriedAtOnce(
            String what, MockResponse answer, CapitalError error, int times) {
        venue.answer("POST /session", answer);
        for (int i = 0; i < 3; i++) {
            CapitalException failed = catchThrowableOfType(CapitalException.class, capital::accounts);
            assertThat(failed.code()).as(what).isIn(error, CapitalError.UNAVAILABLE, CapitalError.BAD_ANSWER);
            assertThat(failed).hasMessageContaining("log-in");
        }
        assertThat(venue.count("POST /session")).as("log-ins").isEqualTo(1);
        assertThat(venue.count("GET /accounts")).isZero();
    }

    @Test
    void aKeyOfAnotherHostIsTold() {
        venue.answer("POST /session", refusal(401, "error.null.accountId"));
        assertThatThrownBy(capital::broker).isInstanceOfSatisfying(CapitalException.class, failed -> {
            assertThat(failed.code()).isEqualTo(CapitalError.WRONG_HOST);
            assertThat(failed.venueCode()).isEqualTo("error.null.accountId");
            assertThat(failed).hasMessageContaining("Demo and live are two hosts");
        });
        assertThat(venue.count("POST /session")).isEqualTo(1);
    }

    @Test
    void theTypeThatAnAnswerClaimsToHaveDoesNotMatter() {
        venue.answer("GET /accounts", answer(200, "image/png", ACCOUNTS));
        assertThat(capital.accounts()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NaN",
                "Infinity",
                "-Infinity",
                "\"NaN\"",
                "\"\"",
                "\"a\"",
                "null",
                "{}",
                "[]",
                "true",
                "0x10",
                "1e999999999",
                "1e-999999999",
                "1e60",
                "01",
                "1_000"
            })
    void whatIsNoNumberIsATypedFailure(String number) {
        venue.answer(
                "GET /accounts",
                json(
                        200,
                        "{\"accounts\":[{\"accountId\":\"A\",\"balance\":{\"balance\":" + number
                                + ",\"deposit\":1,\"profitLoss\":0,\"available\":1},\"currency\":\"USD\"}]}"));
        CapitalException failed = catchThrowableOfType(
                CapitalException.class, () -> capital.broker().account());
        assertThat(failed.code()).isEqualTo(CapitalError.BAD_ANSWER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"currency\":\"\"",
                "\"currency\":\"a currency that nobody has ever heard of\"",
                "\"lotSize\":\"x\"",
                "\"currency\":null"
            })
    void anInstrumentThatMakesNoSenseIsATypedFailureAndNoOrderIsSent(String part) {
        String said = "{\"instrument\":{\"epic\":\"GOLD\"," + (part.contains("currency") ? "" : "\"currency\":\"USD\",")
                + part + "},\"dealingRules\":{},\"snapshot\":{\"marketStatus\":\"TRADEABLE\"}}";
        venue.answer("GET /markets/GOLD", json(200, said));
        assertNonsense();
    }

    @ParameterizedTest
    @ValueSource(strings = {"minDealSize;-1", "minStepDistance;-0.01", "maxDealSize;1e400", "minSizeIncrement;\"NaN\""})
    void rulesThatMakeNoSenseAreATypedFailure(String rule) {
        String[] parts = rule.split(";");
        String said = HostileVenue.GOLD.replaceFirst(
                "\"" + parts[0] + "\":\\{\"unit\":\"POINTS\",\"value\":[0-9.]+\\}",
                "\"" + parts[0] + "\":{\"unit\":\"POINTS\",\"value\":" + parts[1] + "}");
        assertThat(said).isNotEqualTo(HostileVenue.GOLD);
        venue.answer("GET /markets/GOLD", json(200, said));
        assertNonsense();
    }

    private void assertNonsense() {
        CapitalException failed = catchThrowableOfType(
                CapitalException.class, () -> capital.marketData().instrument(InstrumentId.of("GOLD")));
        assertThat(failed.code()).isEqualTo(CapitalError.BAD_ANSWER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"direction\":\"UP\"",
                "\"size\":\"NaN\"",
                "\"level\":1e999",
                "\"createdDateUTC\":\"yesterday\"",
                "\"dealId\":null",
                "\"dealId\":\"\""
            })
    void aPositionThatMakesNoSenseIsATypedFailure(String part) {
        String field = part.substring(0, part.indexOf(':'));
        String whole =
                "\"dealId\":\"d\",\"createdDateUTC\":\"2026-03-02T09:00:00.000\",\"direction\":\"BUY\",\"size\":1,"
                        + "\"level\":3500,\"currency\":\"USD\"";
        String said = Stream.of(whole.split(","))
                .map(each -> each.startsWith(field + ":") ? part : each)
                .collect(java.util.stream.Collectors.joining(","));
        venue.answer(
                "GET /positions",
                json(200, "{\"positions\":[{\"position\":{" + said + "},\"market\":{\"epic\":\"GOLD\"}}]}"));
        var broker = capital.broker();
        assertThatThrownBy(broker::positions)
                .isInstanceOfSatisfying(
                        TradeTrackerException.class,
                        failed -> assertThat(failed.code()).isEqualTo(CapitalError.BAD_ANSWER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"serverTime\":0}",
                "{\"serverTime\":\"now\"}",
                "{\"serverTime\":9e30}",
                "{\"serverTime\":-5}"
            })
    void aTimeThatMakesNoSenseEndsTheLogin(String said) {
        venue.answer("GET /time", json(200, said));
        CapitalException failed = catchThrowableOfType(CapitalException.class, capital::broker);
        assertThat(failed.code()).isEqualTo(CapitalError.BAD_ANSWER);
        assertThat(failed).hasMessageContaining("serverTime");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"currentAccountId\":\"A\"}", "{}"})
    void aLoginWithoutTokensOrAccountIsATypedFailure(String said) {
        venue.answer("POST /session", said.equals("{}") ? HostileVenue.login(said) : json(200, said));
        CapitalException failed = catchThrowableOfType(CapitalException.class, capital::broker);
        assertThat(failed.code()).isEqualTo(CapitalError.BAD_ANSWER);
        assertThat(failed).hasMessageContaining("without tokens or account");
    }

    @Test
    void aPageOfAProxyIsNoProofThatAPositionIsGone() {
        venue.answer("GET /positions/d", answer(404, "text/html", PAGE));
        assertThatThrownBy(() -> capital.api().position("d")).isInstanceOf(CapitalException.class);
        venue.answer("GET /positions/d", json(404, ""));
        assertThatThrownBy(() -> capital.api().position("d")).isInstanceOf(CapitalException.class);
        venue.answer("GET /positions/d", refusal(404, "error.not-found.dealId"));
        assertThat(capital.api().position("d")).isEmpty();
    }

    @Test
    void whatAListenerOfMeasurementsThrowsDoesNotMakeAnOrderUnsent() {
        venue.answer("POST /positions", json(200, "{\"dealReference\":\"o_1\"}"));
        try (CapitalCom measured = CapitalCom.connect(venue.settings(HostileVenue.KEY)
                .withMetrics(new io.tradetracker.broker.capital.connection.CapitalMetrics() {
                    @Override
                    public void answered(String what, int status, Duration time) {
                        if (what.equals("POST /positions")) {
                            throw new IllegalStateException("a listener's mistake");
                        }
                    }
                }))) {
            assertThat(measured.api().open(ORDER, SendPermit.ALWAYS)).isInstanceOf(SubmitOutcome.Unknown.class);
        }
        assertThat(venue.count("POST /positions")).isEqualTo(1);
    }

    @Test
    void aHostThatIsNoneIsTold() {
        assertThatThrownBy(() -> CapitalCom.connect(io.tradetracker.broker.capital.CapitalSettings.at(
                        java.net.URI.create("ftp://example.org"), HostileVenue.KEY)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("such as https://example.org");
        assertThat(Set.copyOf(venue.arrived)).isEmpty();
    }
}
