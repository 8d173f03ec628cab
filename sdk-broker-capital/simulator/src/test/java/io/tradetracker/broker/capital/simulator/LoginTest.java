package io.tradetracker.broker.capital.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Cipher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoginTest {
    private final CapitalSimulator venue = CapitalSimulator.builder()
            .market(MarketSpec.gold())
            .account(AccountSpec.standard())
            .account(AccountSpec.standard().withId("300000000000000002").withCash("500"))
            .limits(Limits.none())
            .start();
    private final Api api = new Api(venue);

    @AfterEach
    void close() {
        api.close();
        venue.close();
    }

    @Test
    void plainPasswordOpensASessionWithBothTokens() {
        Api.Reply reply = api.login();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.headers().firstValue("CST")).isPresent();
        assertThat(reply.headers().firstValue("X-SECURITY-TOKEN")).isPresent();
        assertThat(reply.at("/currentAccountId").asText()).isEqualTo("300000000000000001");
        assertThat(reply.at("/accountInfo/balance").decimalValue()).isEqualByComparingTo("100000");
        assertThat(reply.at("/streamingHost").asText())
                .isEqualTo("ws://127.0.0.1:" + venue.url().getPort() + "/");
        assertThat(api.get("/session").at("/accountId").asText()).isEqualTo("300000000000000001");
    }

    @Test
    void encryptedPasswordOpensASession() throws GeneralSecurityException {
        Api.Reply key = api.get("/session/encryptionKey");
        String secret = encrypt(key, venue.credentials().password());

        assertThat(api.login(venue.credentials().identifier(), secret, true).status())
                .isEqualTo(200);
        assertThat(api.login(venue.credentials().identifier(), encrypt(key, "wrong"), true)
                        .code())
                .isEqualTo("error.invalid.details");
    }

    private static String encrypt(Api.Reply key, String password) throws GeneralSecurityException {
        byte[] encoded = Base64.getDecoder().decode(key.at("/encryptionKey").asText());
        PublicKey publicKey = KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
        String plain = password + "|" + key.at("/timeStamp").asLong();
        byte[] inner = Base64.getEncoder().encode(plain.getBytes(StandardCharsets.UTF_8));
        Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        cipher.init(Cipher.ENCRYPT_MODE, publicKey);
        return Base64.getEncoder().encodeToString(cipher.doFinal(inner));
    }

    @Test
    void wrongPasswordIsRefused() {
        Api.Reply reply = api.login(venue.credentials().identifier(), "wrong", false);

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.code()).isEqualTo("error.invalid.details");
        assertThat(venue.record().open().sessions()).isZero();
    }

    @Test
    void sessionLivesAsLongAsItIsUsedButNotLongerThanTheCap() {
        api.login();
        for (int minutes = 9; minutes < 60; minutes += 9) {
            venue.advance(Duration.ofMinutes(9));
            assertThat(api.get("/ping").status()).isEqualTo(200);
        }
        venue.advance(Duration.ofMinutes(6));

        assertThat(api.get("/ping").code()).isEqualTo("error.invalid.session.token");
    }

    @Test
    void unusedSessionEndsAfterTenMinutes() {
        api.login();
        venue.advance(Duration.ofMinutes(10));

        Api.Reply reply = api.get("/ping");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.code()).isEqualTo("error.invalid.session.token");
    }

    @Test
    void parallelSessionsLiveSideBySide() {
        api.login();
        try (Api other = Api.loggedIn(venue)) {
            assertThat(other.get("/ping").status()).isEqualTo(200);
            assertThat(api.get("/ping").status()).isEqualTo(200);
        }
    }

    @Test
    void switchedAccountHasNewTokensAndTheOldOnesAreWorthNothing() {
        api.login();
        String old = api.cst();
        String oldSecurity = api.securityToken();

        Api.Reply same = api.put("/session", "{'accountId':'300000000000000001'}");
        Api.Reply unknown = api.put("/session", "{'accountId':'3'}");
        Api.Reply other = api.put("/session", "{'accountId':'300000000000000002'}");
        api.adopt(other);

        assertThat(same.code()).isEqualTo("error.not-different.accountId");
        assertThat(unknown.code()).isEqualTo("error.invalid.accountId");
        assertThat(api.get("/session").at("/accountId").asText()).isEqualTo("300000000000000002");
        api.tokens(old, oldSecurity);
        assertThat(api.get("/session").status()).isEqualTo(401);
    }

    @Test
    void loggedOutSessionIsOver() {
        api.login();

        assertThat(api.delete("/session").at("/status").asText()).isEqualTo("SUCCESS");
        assertThat(api.get("/ping").status()).isEqualTo(401);
    }

    @Test
    void requestWithoutTokensIsRefused() {
        assertThat(api.get("/positions").code()).isEqualTo("error.null.client.token");
    }
}
