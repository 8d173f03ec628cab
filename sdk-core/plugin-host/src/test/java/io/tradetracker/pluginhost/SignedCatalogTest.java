package io.tradetracker.pluginhost;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.pluginhost.signing.PluginSignature;
import io.tradetracker.pluginhost.signing.SigningKey;
import io.tradetracker.pluginhost.signing.TrustLevel;
import io.tradetracker.pluginhost.signing.TrustStore;
import io.tradetracker.pluginhost.signing.TrustedKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A catalog that takes only what is signed by somebody whom the host trusts. */
final class SignedCatalogTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    @TempDir
    Path folder;

    private final SigningKey author = SigningKey.generate();
    private Path plugins;
    private TrustStore trust;

    @BeforeEach
    void open() throws IOException {
        plugins = Files.createDirectory(folder.resolve("plugins"));
        trust = TrustStore.open(folder.resolve("trust"), null);
        trust.trust(TrustedKey.of("Example", author.publicKey(), List.of("com.example"), TrustLevel.VERIFIED, NOW));
    }

    private Path jar(String name) {
        return PluginJar.good(name).write(plugins.resolve(name + ".jar"));
    }

    private void sign(Path jar, String id, String version) throws IOException {
        PluginSignature signature = PluginSignature.of(author, Files.readAllBytes(jar), id, version, NOW);
        Files.writeString(PluginSignature.beside(jar), signature.toJson());
    }

    private void sign(Path jar) throws IOException {
        LoadedPlugin plugin = PluginInspector.inspect(jar);
        sign(jar, plugin.id(), plugin.version());
    }

    private void refused(String reason) {
        try (PluginCatalog catalog = PluginCatalog.load(plugins, trust)) {
            assertThat(catalog.failures()).singleElement().satisfies(failure -> {
                assertThat(failure.code()).isEqualTo(PluginError.NOT_TRUSTED);
                assertThat(failure.message()).startsWith(reason + ": ");
            });
            assertThat(catalog.plugins()).isEmpty();
        }
        assertThat(trust.pin("com.example.alpha")).isEmpty();
    }

    @Test
    void takesWhatIsSignedAndRemembersWhoseItIs() throws IOException {
        sign(jar("alpha"));
        jar("beta");

        try (PluginCatalog catalog = PluginCatalog.load(plugins, trust)) {
            assertThat(catalog.plugins()).extracting(LoadedPlugin::id).containsExactly("com.example.alpha");
            assertThat(catalog.failures()).extracting(PluginFailure::code).containsExactly(PluginError.NOT_TRUSTED);
        }
        assertThat(trust.pin("com.example.alpha"))
                .hasValueSatisfying(pin -> assertThat(pin.key()).isEqualTo(author.id()));
        assertThat(trust.pin("com.example.beta")).isEmpty();
    }

    @Test
    void refusesWhatIsNotSignedOrSignedForAnother() throws IOException {
        Path jar = jar("alpha");
        refused("NOT_SIGNED");
        Files.write(PluginSignature.beside(jar), new byte[5000]);
        refused("BAD_SIGNATURE");
        String version = PluginInspector.inspect(jar).version();
        sign(jar, "com.example.other", version);
        refused("OTHER_JAR");
        sign(jar, "com.example.alpha", version + "0");
        refused("OTHER_JAR");
        sign(jar);
        PluginJar.good("alpha").entry("more.txt", "more").write(jar);
        refused("OTHER_JAR");
        trust.revoke(author.id());
        sign(jar);
        refused("REVOKED_KEY");
    }

    @Test
    void refusesBeforeItOpensTheJar() throws IOException {
        Path jar = plugins.resolve("alpha.jar");
        Files.writeString(jar, "no jar at all");
        refused("NOT_SIGNED");
    }

    @Test
    void aPluginThatDoesNotLoadKeepsNoOlderOneOut() throws IOException {
        Path jar = PluginJar.of("com.example.alpha", "alpha", "throw new AssertionError(\"broken\");")
                .write(plugins.resolve("alpha.jar"));
        sign(jar);
        try (PluginCatalog catalog = PluginCatalog.load(plugins, trust)) {
            boolean isLoaded = !catalog.plugins().isEmpty();
            assertThat(trust.pin("com.example.alpha").isPresent()).isEqualTo(isLoaded);
        }
    }
}
