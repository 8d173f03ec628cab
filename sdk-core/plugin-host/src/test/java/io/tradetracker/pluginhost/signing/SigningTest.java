package io.tradetracker.pluginhost.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradetracker.api.error.TradeTrackerException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SigningTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final String ID = "com.example.cross";

    @TempDir
    Path folder;

    private final SigningKey author = SigningKey.generate();
    private final SigningKey operator = SigningKey.generate();
    private final byte[] jar = new byte[3000];
    private TrustStore store;

    @BeforeEach
    void open() {
        new Random(1).nextBytes(jar);
        store = TrustStore.open(folder.resolve("trust"), operator.publicKey());
    }

    private static void refused(SigningError code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        TradeTrackerException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private byte[] signed(String id, String version, Instant at) {
        return PluginSignature.of(author, jar, id, version, at).toJson().getBytes(StandardCharsets.UTF_8);
    }

    private byte[] signed() {
        return signed(ID, "1.2.0", NOW);
    }

    private void trust(String... scope) {
        store.trust(TrustedKey.of(
                "Example Ltd", author.publicKey(), List.of(scope), TrustLevel.VERIFIED, NOW.minusSeconds(60)));
    }

    @Test
    void whatATrustedKeySignedIsTaken() {
        trust("com.example");

        SignedPlugin plugin = store.check(jar, signed());

        assertThat(plugin.signature().pluginId()).isEqualTo(ID);
        assertThat(plugin.key().owner()).isEqualTo("Example Ltd");
        assertThat(plugin.key().highest()).isEqualTo(TrustLevel.VERIFIED);
        assertThat(store.pin(ID)).as("checking changes nothing").isEmpty();
        store.accept(plugin);
        assertThat(store.pin(ID)).contains(new TrustStore.Pin(author.id(), "1.2.0"));
    }

    @Test
    void noByteOfTheJarOrItsSignatureMayDiffer() {
        trust("*");
        byte[] signature = signed();
        for (int i = 0; i < jar.length; i += 7) {
            byte[] changed = jar.clone();
            changed[i] ^= 1;
            refused(SigningError.OTHER_JAR, () -> store.check(changed, signature));
        }
        refused(SigningError.OTHER_JAR, () -> store.check(Arrays.copyOf(jar, jar.length - 1), signature));
        refused(SigningError.OTHER_JAR, () -> store.check(Arrays.copyOf(jar, jar.length + 1), signature));
        for (int bit = 1; bit < 256; bit <<= 1) {
            for (int i = 0; i < signature.length; i++) {
                byte[] changed = signature.clone();
                changed[i] ^= (byte) bit;
                int at = i;
                assertThatThrownBy(() -> store.check(jar, changed))
                        .as("bit %s of byte %s", bit, at)
                        .isInstanceOf(TradeTrackerException.class);
            }
        }
        assertThat(store.check(jar, signature)).isNotNull();
    }

    @Test
    void noFieldMayDiffer() {
        trust("*");
        PluginSignature good = PluginSignature.of(author, jar, ID, "1.2.0", NOW);
        SigningKey other = SigningKey.generate();
        store.trust(TrustedKey.of("Other", other.publicKey(), List.of("*"), TrustLevel.TRUSTED, NOW.minusSeconds(60)));

        for (PluginSignature changed : List.of(
                new PluginSignature(
                        other.id(), good.pluginId(), good.version(), good.sha512(), good.signedAt(), good.signature()),
                new PluginSignature(
                        good.keyId(),
                        "com.example.x",
                        good.version(),
                        good.sha512(),
                        good.signedAt(),
                        good.signature()),
                new PluginSignature(
                        good.keyId(), good.pluginId(), "1.2.1", good.sha512(), good.signedAt(), good.signature()),
                new PluginSignature(
                        good.keyId(),
                        good.pluginId(),
                        good.version(),
                        good.sha512(),
                        good.signedAt().plusNanos(1),
                        good.signature()),
                new PluginSignature(
                        good.keyId(),
                        good.pluginId(),
                        good.version(),
                        good.sha512(),
                        good.signedAt(),
                        PluginSignature.of(other, jar, ID, "1.2.0", NOW).signature()))) {
            refused(SigningError.FORGED, () -> store.check(jar, changed.toJson().getBytes(StandardCharsets.UTF_8)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "com.example, com.example, true",
        "com.example, com.example.cross, true",
        "com.example, com.examples.cross, false",
        "com.example.cross, com.example, false",
        "*, org.other, true"
    })
    void aKeySignsOnlyWithinItsScope(String scope, String id, boolean isCovered) {
        trust(scope);
        if (isCovered) {
            assertThat(store.check(jar, signed(id, "1.0.0", NOW))).isNotNull();
        } else {
            refused(SigningError.OUT_OF_SCOPE, () -> store.check(jar, signed(id, "1.0.0", NOW)));
        }
    }

    @Test
    void aKeyMustBeKnownValidAndNotRevoked() {
        refused(SigningError.UNKNOWN_KEY, () -> store.check(jar, signed()));
        refused(SigningError.UNKNOWN_KEY, () -> store.revoke(author.id()));
        trust("*");
        refused(SigningError.KEY_OUT_OF_TIME, () -> store.check(jar, signed(ID, "1.0.0", NOW.minusSeconds(61))));
        store.trust(new TrustedKey(
                "Example Ltd",
                author.publicKey(),
                List.of("*"),
                TrustLevel.VERIFIED,
                NOW.minusSeconds(60),
                NOW.plusSeconds(60),
                false));
        assertThat(store.check(jar, signed(ID, "1.0.0", NOW.plusSeconds(60)))).isNotNull();
        refused(SigningError.KEY_OUT_OF_TIME, () -> store.check(jar, signed(ID, "1.0.0", NOW.plusSeconds(61))));
        store.revoke(author.id());
        refused(SigningError.REVOKED_KEY, () -> store.check(jar, signed()));
    }

    @Test
    void aPluginStaysWithItsKeyAndDoesNotGrowOlder() {
        trust("*");
        store.accept(store.check(jar, signed(ID, "1.10.0", NOW)));

        assertThat(store.check(jar, signed(ID, "1.10.0", NOW)))
                .as("the same again")
                .isNotNull();
        assertThat(store.check(jar, signed(ID, "1.11.0-beta", NOW))).isNotNull();
        refused(SigningError.DOWNGRADE, () -> store.check(jar, signed(ID, "1.9.9", NOW)));
        refused(SigningError.DOWNGRADE, () -> store.check(jar, signed(ID, "1.10.0-beta", NOW)));
        store.pin(ID, new TrustStore.Pin(author.id(), "1.9.0"));
        assertThat(store.check(jar, signed(ID, "1.9.9", NOW)))
                .as("said to be right")
                .isNotNull();

        store.pin(ID, new TrustStore.Pin("0000000000000000", "1.0.0"));
        refused(SigningError.KEY_CHANGED, () -> store.check(jar, signed(ID, "2.0.0", NOW)));
    }

    @ParameterizedTest
    @CsvSource({"id", "version", "key", "sha512"})
    void whatTheOperatorForbidsIsNotTaken(String kind) {
        trust("*");
        String entry = switch (kind) {
            case "id" -> "id:" + ID;
            case "version" -> "version:" + ID + "@1.2.0";
            case "key" -> "key:" + author.id();
            default -> "sha512:" + store.check(jar, signed()).signature().sha512();
        };
        store.takeKillList(file(KillList.of(operator, 7, NOW, Set.of("id:com.other", entry))));

        refused(SigningError.KILLED, () -> store.check(jar, signed()));
        TrustStore again = TrustStore.open(folder.resolve("trust"), operator.publicKey());
        refused(SigningError.KILLED, () -> again.check(jar, signed()));
        if (kind.equals("version")) {
            assertThat(store.check(jar, signed(ID, "1.3.0", NOW))).isNotNull();
        }
        store.takeKillList(file(KillList.of(operator, 8, NOW, Set.of())));
        assertThat(store.check(jar, signed())).isNotNull();
    }

    private static byte[] file(KillList list) {
        return list.toJson().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void onlyANewerListOfTheOperatorIsTaken() {
        store.takeKillList(file(KillList.of(operator, 7, NOW, Set.of("id:a"))));

        refused(SigningError.OLD_KILL_LIST, () -> store.takeKillList(file(KillList.of(operator, 7, NOW, Set.of()))));
        refused(SigningError.OLD_KILL_LIST, () -> store.takeKillList(file(KillList.of(operator, 6, NOW, Set.of()))));
        refused(SigningError.FORGED, () -> store.takeKillList(file(KillList.of(author, 9, NOW, Set.of()))));
        KillList good = KillList.of(operator, 9, NOW, Set.of("id:a", "id:b"));
        refused(
                SigningError.FORGED,
                () -> store.takeKillList(file(new KillList(10, NOW, good.entries(), good.signature()))));
        refused(
                SigningError.FORGED,
                () -> store.takeKillList(file(new KillList(9, NOW, Set.of("id:a"), good.signature()))));
        refused(SigningError.FORGED, () -> store.takeKillList(file(new KillList(9, NOW, good.entries(), "!"))));
        refused(SigningError.BAD_SIGNATURE, () -> store.takeKillList("{\"v\":2}".getBytes(StandardCharsets.UTF_8)));
        refused(SigningError.BAD_SIGNATURE, () -> KillList.of(operator, 9, NOW, Set.of("everything")));
        TrustStore withoutOperator = TrustStore.open(folder.resolve("other"), null);
        refused(SigningError.FORGED, () -> withoutOperator.takeKillList(file(good)));
        store.takeKillList(file(good));
    }

    @Test
    void trustIsKeptOrNothingIsTrusted() throws IOException {
        trust("com.example");
        store.accept(store.check(jar, signed()));

        TrustStore again = TrustStore.open(folder.resolve("trust"), operator.publicKey());
        assertThat(again.keys()).isEqualTo(store.keys());
        assertThat(again.pin(ID)).isPresent();
        assertThat(again.check(jar, signed())).isNotNull();

        store.takeKillList(file(KillList.of(operator, 1, NOW, Set.of())));
        SigningKey another = SigningKey.generate();
        refused(SigningError.FORGED, () -> TrustStore.open(folder.resolve("trust"), another.publicKey()));
        Files.writeString(folder.resolve("trust/trust.json"), "{\"keys\":[],\"pin");
        refused(SigningError.UNREADABLE, () -> TrustStore.open(folder.resolve("trust"), operator.publicKey()));
        refused(SigningError.BAD_KEY, () -> TrustStore.open(folder.resolve("x"), "not a key"));
        Path file = Files.writeString(folder.resolve("file"), "");
        refused(SigningError.UNREADABLE, () -> TrustStore.open(file, null));
    }

    @Test
    void aKeyIsWrittenForItsOwnerAloneAndReadBack() throws IOException {
        Path file = folder.resolve("author.key");
        author.write(file);

        SigningKey read = SigningKey.read(file);
        assertThat(read.id()).isEqualTo(author.id()).matches("[0-9a-f]{16}");
        assertThat(read.publicKey()).isEqualTo(author.publicKey());
        trust("*");
        byte[] signature =
                PluginSignature.of(read, jar, ID, "1.0.0", NOW).toJson().getBytes(StandardCharsets.UTF_8);
        assertThat(store.check(jar, signature)).isNotNull();
        assertThat(Files.getPosixFilePermissions(file))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        byte[] before = Files.readAllBytes(file);
        refused(SigningError.UNREADABLE, () -> author.write(file));
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void aWrongKeyFileIsRefusedWithoutTellingIt() throws IOException {
        Path file = folder.resolve("author.key");
        author.write(file);
        List<String> lines = Files.readAllLines(file);
        String secret = lines.get(1);
        assertThat(author.toString()).doesNotContain(secret);

        for (List<String> wrong : List.of(
                List.of("", "", ""),
                List.of(lines.get(0), secret),
                List.of(lines.get(0), secret.substring(4), lines.get(2)),
                List.of(lines.get(0), secret + "=", lines.get(2)),
                List.of(lines.get(0), secret, SigningKey.generate().publicKey()),
                List.of(lines.get(0), secret, "x".repeat(5000)))) {
            Path broken = folder.resolve("broken.key");
            Files.write(broken, wrong);
            assertThatThrownBy(() -> SigningKey.read(broken))
                    .isInstanceOf(TradeTrackerException.class)
                    .hasMessageNotContaining(secret.substring(20, 40));
        }
        refused(SigningError.UNREADABLE, () -> SigningKey.read(folder.resolve("none.key")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {}
            null
            []
            {"v":1}
            {"v":2,"alg":"Ed25519"}
            {"v":1,"alg":"RSA"}
            {"v":1,"alg":"Ed25519","key":"x","id":"a","version":"1","sha512":"x","signedAt":"now","signature":"x"}
            {"v":1,"v":1}
            not json
            """)
    void aMalformedSignatureIsRefused(String text) {
        refused(SigningError.BAD_SIGNATURE, () -> store.check(jar, text.getBytes(StandardCharsets.UTF_8)));
        refused(SigningError.BAD_SIGNATURE, () -> store.check(jar, new byte[5000]));
        assertThat(PluginSignature.beside(Path.of("a", "b.jar"))).isEqualTo(Path.of("a", "b.jar.sig"));
        assertThatThrownBy(() -> TrustedKey.of("", author.publicKey(), List.of("*"), TrustLevel.VERIFIED, NOW))
                .hasMessageContaining("needs an owner");
    }
}
