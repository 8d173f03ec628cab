package io.tradetracker.docs.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.pluginhost.signing.PluginSignature;
import io.tradetracker.pluginhost.signing.SignedPlugin;
import io.tradetracker.pluginhost.signing.SigningKey;
import io.tradetracker.pluginhost.signing.TrustLevel;
import io.tradetracker.pluginhost.signing.TrustStore;
import io.tradetracker.pluginhost.signing.TrustedKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What "Signing plugins" shows. */
final class SigningGuideTest {
    @TempDir
    Path folder;

    @Test
    void trusts() {
        Instant since = Instant.parse("2026-01-01T00:00:00Z");
        SigningKey author = SigningKey.generate();
        String publicKey = author.publicKey();
        String operatorKey = SigningKey.generate().publicKey();
        byte[] jar = new byte[100];
        byte[] signature = PluginSignature.of(author, jar, "com.example.cross", "1.0.0", since)
                .toJson()
                .getBytes(StandardCharsets.UTF_8);

        // snippet: signing
        TrustStore trust = TrustStore.open(folder, operatorKey);
        trust.trust(TrustedKey.of("Example Ltd", publicKey, List.of("com.example"), TrustLevel.VERIFIED, since));
        SignedPlugin plugin = trust.check(jar, signature);
        trust.accept(plugin);
        // end

        assertThat(trust.pin("com.example.cross")).isPresent();
    }
}
