package io.tradetracker.broker.capital.hostile;

import static io.tradetracker.broker.capital.hostile.HostileVenue.answer;
import static io.tradetracker.broker.capital.hostile.HostileVenue.json;
import static io.tradetracker.broker.capital.hostile.HostileVenue.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.broker.MarketListener;
import io.tradetracker.api.broker.SendPermit;
import io.tradetracker.api.broker.Subscription;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.broker.capital.CapitalCom;
import io.tradetracker.broker.capital.CapitalSettings;
import io.tradetracker.broker.capital.connection.Ask;
import io.tradetracker.broker.capital.connection.CapitalCredentials;
import io.tradetracker.broker.capital.connection.LoginSettings;
import io.tradetracker.broker.capital.connection.Purpose;
import io.tradetracker.broker.capital.connection.Tokens;
import io.tradetracker.broker.capital.rest.NewPosition;
import io.tradetracker.broker.capital.rest.Protection;
import java.math.BigDecimal;
import java.net.URI;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that a program sees of the client shows a secret, whatever the service answers, secrets among it. */
@Isolated("takes the output of the whole process")
@Timeout(60)
final class SecretsTest {
    private static final long SEED = 20_260_302;
    private static final InstrumentId GOLD = InstrumentId.of("GOLD");
    private static final Random RANDOM = new Random(SEED);
    private static final String API_KEY = random(24);
    private static final String IDENTIFIER = random(16) + "@" + random(10) + ".example";
    private static final String PASSWORD = random(10) + "|ä+/&=\"" + random(10);
    private static final String CST = random(32);
    private static final String SECURITY_TOKEN = random(32);
    private static final SecretSearch SEARCH = new SecretSearch(Map.of(
            "the key", API_KEY,
            "the identifier", IDENTIFIER,
            "the password", PASSWORD,
            "CST", CST,
            "X-SECURITY-TOKEN", SECURITY_TOKEN));
    private static final CapitalCredentials KEY = new CapitalCredentials(API_KEY, IDENTIFIER, PASSWORD);
    private static final String ALL =
            String.join(" ", API_KEY, IDENTIFIER, PASSWORD.replace("\"", ""), CST, SECURITY_TOKEN);

    private final HostileVenue venue = new HostileVenue(CST, SECURITY_TOKEN);
    private final Overheard overheard = new Overheard();

    private static String random(int length) {
        String letters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
        StringBuilder text = new StringBuilder();
        RANDOM.ints(length, 0, letters.length()).forEach(each -> text.append(letters.charAt(each)));
        return text.toString();
    }

    @AfterEach
    void close() {
        overheard.close();
        venue.close();
    }

    private CapitalSettings settings() {
        return venue.settings(KEY).withMetrics(overheard);
    }

    private void assertSecret() {
        assertThat(SEARCH.find(overheard.text()))
                .as("seed " + SEED + ": secrets that can be seen")
                .isEmpty();
    }

    @Test
    void theSearchFindsWhatIsThere() {
        System.out.println("out " + API_KEY);
        System.err.println("err " + CST.substring(5, 14));
        java.util.logging.Logger.getLogger("anybody").fine("log " + SECURITY_TOKEN);
        overheard.add(new IllegalStateException("outside", new IllegalStateException("inside " + IDENTIFIER)));
        overheard.addAllOf(new Leak(PASSWORD));
        overheard.add(Base64.getEncoder().encodeToString(("header:" + CST + ":end").getBytes()));
        overheard.add("?token=" + java.net.URLEncoder.encode(PASSWORD, java.nio.charset.StandardCharsets.UTF_8));
        assertThat(SEARCH.find(overheard.text()))
                .contains(
                        "the key",
                        "a part of CST",
                        "X-SECURITY-TOKEN",
                        "the identifier",
                        "the password",
                        "CST in base64",
                        "the password in a URL");
        assertThat(SEARCH.find("nothing of that kind, error.invalid.details")).isEmpty();
    }

    private record Leak(String planted) {}

    @Test
    void whatWorksShowsNone() throws Exception {
        String key = Base64.getEncoder()
                .encodeToString(KeyPairGenerator.getInstance("RSA")
                        .generateKeyPair()
                        .getPublic()
                        .getEncoded());
        venue.answer(
                "GET /session/encryptionKey",
                json(200, "{\"encryptionKey\":\"" + key + "\",\"timeStamp\":1789000123456}"));
        for (boolean encrypted : List.of(true, false)) {
            CapitalSettings plain = settings();
            CapitalSettings chosen = encrypted
                    ? CapitalSettings.at(venue.url(), KEY)
                            .withLimits(plain.limits())
                            .withTime(venue.time)
                            .withMetrics(overheard)
                    : plain;
            try (CapitalCom capital = CapitalCom.connect(chosen)) {
                capital.broker();
                venue.stream(quote());
                try (Subscription open = listen(capital)) {
                    await(() -> overheard.text().contains("3501.25"));
                    overheard.add(open);
                    assertThat(overheard.addAllOf(capital)).as("objects").isGreaterThan(20);
                    overheard.add(chosen);
                    overheard.add(capital.broker());
                    overheard.add(capital.marketData());
                    overheard.add(capital.api());
                }
            }
        }
        assertThat(venue.bodies)
                .anyMatch(each -> each.contains(IDENTIFIER) && each.contains("\"encryptedPassword\":true"));
        assertThat(venue.bodies)
                .filteredOn(each -> each.contains("\"encryptedPassword\":true"))
                .allSatisfy(each -> assertThat(SEARCH.find(each)).noneMatch(found -> found.contains("password")));
        assertThat(SEARCH.find(String.join("\n", venue.targets)))
                .as("secrets in URLs")
                .isEmpty();
        assertSecret();
    }

    @Test
    void textsShowNone() {
        overheard.add(KEY);
        overheard.add(settings());
        overheard.add(new LoginSettings(KEY, "A", false, null));
        overheard.add(new Tokens(CST, SECURITY_TOKEN, 1));
        overheard.add(Ask.of("POST", Purpose.SESSION, "session")
                .sending(Map.of("identifier", IDENTIFIER, "password", PASSWORD)));
        failure(() -> new CapitalCredentials(API_KEY + "\n", IDENTIFIER, PASSWORD));
        failure(() -> new CapitalCredentials(API_KEY, IDENTIFIER, " "));
        failure(() -> CapitalSettings.at(URI.create("https://" + API_KEY + ":" + CST + "@example.org"), KEY));
        failure(() -> CapitalSettings.demo(KEY).withStreamHost(URI.create("wss://" + CST + "@example.org")));
        assertSecret();
    }

    static Stream<Arguments> failures() {
        String page = "<html>Your request was: X-CAP-API-KEY: " + API_KEY + " CST: " + CST + " " + ALL + "</html>";
        String echo = "{\"headers\":{\"CST\":\"" + CST + "\",\"X-SECURITY-TOKEN\":\"" + SECURITY_TOKEN
                + "\"},\"body\":\"" + ALL + "\"}";
        return Stream.of(
                Arguments.of("401 with the token in its code", refusal(401, "error.invalid.session.token: " + CST)),
                Arguments.of("400 with the login in its code", refusal(400, "error.invalid.details: " + ALL)),
                Arguments.of("400 with the token as its code", refusal(400, CST)),
                Arguments.of("400 with all as its code", refusal(400, ALL)),
                Arguments.of("429 with the key", refusal(429, "error.too-many.requests: " + API_KEY)),
                Arguments.of("500 with a page that shows the request", answer(500, "text/html", page)),
                Arguments.of("403 with a page that shows the request", answer(403, "text/html", page)),
                Arguments.of("200 with a page that shows the request", answer(200, "text/html", page)),
                Arguments.of("200 that shows the request", json(200, echo)),
                Arguments.of("400 that shows the request", json(400, echo)),
                Arguments.of("JSON that is cut short", json(200, echo.substring(0, echo.length() - 9))),
                Arguments.of(
                        "the token as a number",
                        json(200, "{\"accounts\":\"" + CST + "\",\"serverTime\":\"" + CST + "\"}")),
                Arguments.of("a redirect", redirect()),
                Arguments.of("a token that no header can carry", token("tök" + CST)),
                Arguments.of("no answer", cut()),
                Arguments.of("a broken answer", broken()));
    }

    private static MockResponse redirect() {
        return json(307, "")
                .newBuilder()
                .setHeader("Location", "https://example.org/?token=" + CST)
                .build();
    }

    private static MockResponse token(String text) {
        return json(200, "{\"accounts\":[],\"serverTime\":1789000123456,\"currentAccountId\":\"A\"}")
                .newBuilder()
                .addHeaderLenient("cst", text)
                .addHeaderLenient("x-security-token", text)
                .build();
    }

    private static MockResponse cut() {
        return json(200, "")
                .newBuilder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build();
    }

    private static MockResponse broken() {
        return json(200, ALL)
                .newBuilder()
                .onResponseBody(new SocketEffect.CloseSocket())
                .build();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void failuresShowNone(String what, MockResponse answer) {
        for (String failing :
                List.of("POST /session", "GET /time", "GET /accounts", "POST /positions", "GET /markets/GOLD")) {
            java.util.function.Function<RecordedRequest, MockResponse> before =
                    venue.answers.getOrDefault(failing, request -> refusal(404, "error.not-scripted"));
            venue.answer(failing, answer);
            venue.answer("GET /session/encryptionKey", answer);
            try (CapitalCom capital = CapitalCom.connect(settings());
                    CapitalCom encrypted = CapitalCom.connect(CapitalSettings.at(venue.url(), KEY)
                            .withMetrics(overheard)
                            .withTime(venue.time))) {
                failure(encrypted::accounts);
                failure(capital::accounts);
                failure(capital::accounts);
                failure(capital::broker);
                failure(() -> capital.marketData().instrument(GOLD));
                overheard.add(capital.api()
                        .open(new NewPosition("GOLD", "BUY", BigDecimal.ONE, Protection.NONE), SendPermit.ALWAYS));
                overheard.addAllOf(capital);
            }
            venue.answers.put(failing, before);
        }
        assertSecret();
    }

    @ParameterizedTest
    @MethodSource("frames")
    void streamsShowNone(String frame) {
        venue.stream(frame, quote());
        try (CapitalCom capital = CapitalCom.connect(settings());
                Subscription open = listen(capital)) {
            await(() -> overheard.text().contains("3501.25") || overheard.text().contains("stream ended"));
            overheard.add(open);
            overheard.addAllOf(capital);
        }
        assertThat(venue.streamed).anyMatch(each -> each.contains(CST) && each.contains(SECURITY_TOKEN));
        assertSecret();
    }

    static Stream<String> frames() {
        return Stream.of(
                "{\"status\":\"ERROR\",\"payload\":{\"errorCode\":\"error.invalid.session.token: " + CST + "\"}}",
                "{\"status\":\"ERROR\",\"payload\":{\"errorCode\":\"" + SECURITY_TOKEN + "\"}}",
                "{\"status\":\"" + CST + "\",\"destination\":\"" + SECURITY_TOKEN + "\",\"errorCode\":\"" + CST + "\"}",
                "no JSON: " + CST,
                "{\"destination\":\"quote\",\"payload\":{\"epic\":\"" + CST + "\"}}",
                HostileVenue.CLOSE + "bad token " + CST);
    }

    private static String quote() {
        return "{\"destination\":\"quote\",\"payload\":{\"epic\":\"GOLD\",\"bid\":3501.25,\"ofr\":3501.75,"
                + "\"timestamp\":1789000123466}}";
    }

    private Subscription listen(CapitalCom capital) {
        return capital.marketData().subscribe(GOLD, new MarketListener() {
            @Override
            public void onQuote(io.tradetracker.api.market.Quote quote) {
                overheard.add(quote);
            }
        });
    }

    private void failure(Callable<?> call) {
        try {
            overheard.add(call.call());
        } catch (Exception failed) {
            overheard.add(failed);
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for too long").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
        }
    }
}
