package io.tradetracker.broker.capital.connection;

import static io.tradetracker.broker.capital.connection.ScriptedVenue.json;
import static io.tradetracker.broker.capital.connection.ScriptedVenue.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Cipher;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SessionTest {
    private final ScriptedVenue venue = new ScriptedVenue();
    private final Session session = venue.session();

    @AfterEach
    void close() {
        session.close();
        venue.close();
    }

    @Test
    void logsInOnceHoweverManyAskAtOnce() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Tokens>> all = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                all.add(threads.submit(session::tokens));
            }
            for (Future<Tokens> each : all) {
                assertThat(each.get().clientToken()).isEqualTo("client-1");
            }
        }
        assertThat(venue.count("POST /session")).isEqualTo(1);
    }

    @Test
    void knowsTheServicesTimeWithoutAClockOfItsOwn() {
        session.tokens();
        venue.time.pass(Duration.ofSeconds(90));
        assertThat(session.clock().instant())
                .isEqualTo(Instant.ofEpochMilli(1789000123456L).plusSeconds(90));
    }

    @Test
    void adoptsTokensThatComeWithAnyAnswerAndKeepsThoseThatDoNot() {
        venue.answers.put(
                "GET /accounts",
                request -> json(200, "{}")
                        .newBuilder()
                        .setHeader("X-Security-Token", "rotated")
                        .setHeader("CST", "")
                        .build());
        venue.calls(session).read(Ask.get(Purpose.ACCOUNT, "accounts"), JsonNode.class);

        assertThat(session.tokens().securityToken()).isEqualTo("rotated");
        assertThat(session.tokens().clientToken()).isEqualTo("client-1");
    }

    @Test
    void doesNotAdoptTokensOfAnOlderLogin() {
        Tokens old = session.tokens();
        session.forget(old);
        Tokens now = session.tokens();
        session.adopt(old, okhttp3.Headers.of("CST", "late"));

        assertThat(session.tokens()).isEqualTo(now);
    }

    @ParameterizedTest(name = "{0} of use, {1} since the last: {2} log-ins")
    @CsvSource({"PT8M,PT8M,1", "PT45M,PT5M,1", "PT55M,PT5M,2"})
    void logsInAnewBeforeTheServiceEndsASession(Duration length, Duration step, int logins) {
        venue.answers.put("GET /accounts", request -> json(200, "{}"));
        Calls calls = venue.calls(session);
        calls.read(Ask.get(Purpose.ACCOUNT, "accounts"), JsonNode.class);
        for (Duration passed = Duration.ZERO; passed.compareTo(length) < 0; passed = passed.plus(step)) {
            venue.time.pass(step);
            calls.read(Ask.get(Purpose.ACCOUNT, "accounts"), JsonNode.class);
        }
        assertThat(venue.count("POST /session")).isEqualTo(logins);
    }

    @Test
    void logsInAnewAfterLongSilence() {
        session.tokens();
        venue.answers.remove("GET /ping");
        venue.time.pass(Duration.ofMinutes(10));
        assertThat(session.tokens().clientToken()).isEqualTo("client-2");
    }

    @Test
    void pingsWhileNobodyUsesIt() {
        session.tokens();
        for (int minute = 0; minute < 30; minute++) {
            long before = venue.count("GET /ping");
            boolean due = minute % 8 == 7;
            awaitKeeper();
            venue.time.pass(Duration.ofMinutes(1));
            if (due) {
                await(() -> venue.count("GET /ping") > before);
            }
        }
        assertThat(venue.count("POST /session")).isEqualTo(1);
    }

    private void awaitKeeper() {
        await(() -> venue.time.waiting() == 1);
    }

    private static void await(java.util.function.BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for too long").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    @Test
    void readsAgainAfterANewLoginWhenTheServiceEndedTheSession() {
        AtomicReference<String> valid = new AtomicReference<>("client-2");
        venue.answers.put(
                "GET /accounts",
                request -> valid.get().equals(request.getHeaders().get("CST"))
                        ? json(200, "{\"ok\":true}")
                        : refusal(401, "error.invalid.session.token"));
        JsonNode answer = venue.calls(session).read(Ask.get(Purpose.ACCOUNT, "accounts"), JsonNode.class);

        assertThat(answer.path("ok").asBoolean()).isTrue();
        assertThat(venue.count("POST /session")).isEqualTo(2);
    }

    @Test
    void givesUpWhenANewLoginDoesNotHelp() {
        venue.answers.put("GET /accounts", request -> refusal(401, "error.invalid.session.token"));
        assertThatThrownBy(() -> venue.calls(session).read(Ask.get(Purpose.ACCOUNT, "accounts"), JsonNode.class))
                .isInstanceOfSatisfying(CapitalException.class, failed -> {
                    assertThat(failed.code()).isEqualTo(CapitalError.SESSION_ENDED);
                    assertThat(failed.venueCode()).isEqualTo("error.invalid.session.token");
                });
        assertThat(venue.count("POST /session")).isEqualTo(3);
    }

    @Test
    void makesTheWantedAccountActiveAndAsksWhetherItIs() {
        List<String> active = new ArrayList<>(List.of("A"));
        venue.answers.put("PUT /session", request -> {
            active.set(0, "B");
            return json(200, "{\"dealingEnabled\":true}")
                    .newBuilder()
                    .setHeader("X-SECURITY-TOKEN", "of-B")
                    .build();
        });
        venue.answers.put("GET /session", request -> json(200, "{\"accountId\":\"" + active.getFirst() + "\"}"));
        try (Session other = venue.session("B")) {
            assertThat(other.account()).isEqualTo("B");
            assertThat(other.tokens().securityToken()).isEqualTo("of-B");
        }
    }

    @Test
    void tradesOnNoOtherAccountThanTheWantedOne() {
        venue.answers.put("PUT /session", request -> json(200, "{}"));
        venue.answers.put("GET /session", request -> json(200, "{\"accountId\":\"A\"}"));
        try (Session other = venue.session("B")) {
            assertThatThrownBy(other::tokens)
                    .isInstanceOfSatisfying(
                            CapitalException.class,
                            failed -> assertThat(failed.code()).isEqualTo(CapitalError.WRONG_ACCOUNT))
                    .hasMessageContaining("stays on A");
        }
    }

    @Test
    void staysOnTheAccountOfTheFirstLoginWhateverLaterOnesBeginWith() {
        session.tokens();
        venue.answers.put("POST /session", request -> venue.login("B"));
        venue.answers.put("PUT /session", request -> refusal(400, "error.not-different.accountId"));
        venue.answers.put("GET /session", request -> json(200, "{\"accountId\":\"A\"}"));
        session.forget(session.tokens());

        assertThat(session.account()).isEqualTo("A");
        assertThat(venue.count("PUT /session")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "401,error.invalid.details,WRONG_CREDENTIALS,password",
        "400,error.null.api.key,WRONG_CREDENTIALS,key",
        "401,error.null.accountId,WRONG_HOST,Demo and live"
    })
    void doesNotTryAgainAtOnceWhatCannotWork(int status, String code, CapitalError error, String says) {
        venue.answers.put("POST /session", request -> refusal(status, code));
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(session::tokens)
                    .isInstanceOfSatisfying(CapitalException.class, failed -> {
                        assertThat(failed.code()).isEqualTo(error);
                        assertThat(failed.venueCode()).isEqualTo(code);
                    })
                    .hasMessageContaining(says);
        }
        assertThat(venue.count("POST /session")).isEqualTo(1);

        venue.time.pass(Duration.ofMinutes(1));
        venue.answers.put("POST /session", request -> venue.login("A"));
        assertThat(session.account()).isEqualTo("A");
    }

    @Test
    void waitsAWhileWhenTheServiceTakesNoMoreLogins() throws Exception {
        int[] refused = {2};
        venue.answers.put(
                "POST /session",
                request -> refused[0]-- > 0 ? refusal(429, "error.too-many.requests") : venue.login("A"));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> account = threads.submit(session::account);
            while (!account.isDone()) {
                venue.time.pass(Duration.ofMillis(50));
                Thread.onSpinWait();
            }
            assertThat(account.get()).isEqualTo("A");
        }
        assertThat(venue.count("POST /session")).isEqualTo(3);
        assertThat(Duration.ofNanos(venue.time.nanos())).isGreaterThan(Duration.ofSeconds(4));
    }

    @Test
    void encryptsThePasswordExactlyAsTheServiceAsks() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        String key = Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
        AtomicReference<JsonNode> sent = new AtomicReference<>();
        venue.answers.put(
                "GET /session/encryptionKey",
                request -> json(200, "{\"encryptionKey\":\"" + key + "\",\"timeStamp\":1789000123456}"));
        venue.answers.put("POST /session", request -> {
            sent.set(tree(request.getBody().utf8()));
            return venue.login("A");
        });
        try (Session encrypted = new Session(venue.line, new LoginSettings(ScriptedVenue.KEY, null, true, null))) {
            encrypted.tokens();
        }

        assertThat(sent.get().path("encryptedPassword").asBoolean()).isTrue();
        assertThat(sent.get().path("identifier").asText()).isEqualTo("trader@example.org");
        Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        cipher.init(Cipher.DECRYPT_MODE, pair.getPrivate());
        byte[] inner = cipher.doFinal(
                Base64.getDecoder().decode(sent.get().path("password").asText()));
        assertThat(new String(Base64.getDecoder().decode(inner), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("s3cret|päss|1789000123456");
    }

    private static JsonNode tree(String text) {
        try {
            return VenueJson.mapper().readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    @Test
    void saysThatAKeyForEncryptingIsNone() {
        venue.answers.put(
                "GET /session/encryptionKey",
                request -> json(200, "{\"encryptionKey\":\"bm8ga2V5\",\"timeStamp\":1789000123456}"));
        try (Session encrypted = new Session(venue.line, new LoginSettings(ScriptedVenue.KEY, null, true, null))) {
            assertThatThrownBy(encrypted::tokens).hasMessageContaining("key for encrypting");
        }
    }

    @Test
    void logsOutOnceWhenItIsClosedAndThenRefuses() {
        session.tokens();
        session.close();
        session.close();

        assertThat(venue.count("DELETE /session")).isEqualTo(1);
        assertThatThrownBy(session::tokens).hasMessageContaining("closed");
    }

    @Test
    void takesALoginThatMakesNoSenseForWhatItIs() {
        MockResponse html = json(200, "<html>Welcome</html>");
        venue.answers.put("POST /session", request -> html);
        assertThatThrownBy(session::tokens)
                .isInstanceOfSatisfying(
                        CapitalException.class,
                        failed -> assertThat(failed.code()).isEqualTo(CapitalError.BAD_ANSWER));
    }
}
