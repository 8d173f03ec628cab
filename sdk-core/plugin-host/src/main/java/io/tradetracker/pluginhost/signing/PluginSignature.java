package io.tradetracker.pluginhost.signing;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.json.JsonMappers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says that a key vouches for a jar. It stands in a file beside the jar, {@code name.jar.sig}. Immutable.
 *
 * @param keyId of the key, 16 hexadecimal digits
 * @param pluginId of the plugin
 * @param version of the plugin
 * @param sha512 of the whole jar, 128 hexadecimal digits
 * @param signedAt when, as its author says
 * @param signature in base64: Ed25519 over a tag and all of these
 */
public record PluginSignature(
        String keyId, String pluginId, String version, String sha512, Instant signedAt, String signature) {
    /** The most bytes of a signature's file. */
    public static final int MOST_BYTES = 4096;

    private static final String TAG = "tradetracker-plugin-v1";
    private static final Pattern KEY_ID = Pattern.compile("[0-9a-f]{16}");
    private static final Pattern SHA512 = Pattern.compile("[0-9a-f]{128}");
    private static final Pattern WORD = Pattern.compile("[0-9A-Za-z.+-]{1,200}");
    private static final Pattern BASE64 = Pattern.compile("[0-9A-Za-z+/]{86}==");

    /** @throws TradeTrackerException BAD_SIGNATURE when a part does not have its form */
    public PluginSignature {
        require(KEY_ID, "key", keyId);
        require(WORD, "id", pluginId);
        require(WORD, "version", version);
        require(SHA512, "sha512", sha512);
        require(BASE64, "signature", signature);
        byte[] signed = Base64.getDecoder().decode(signature);
        if (!Base64.getEncoder().encodeToString(signed).equals(signature)) {
            throw bad("its 'signature' is malformed", null);
        }
    }

    private static void require(Pattern form, String name, String value) {
        if (!form.matcher(value).matches()) {
            throw bad("its '" + name + "' is malformed", null);
        }
    }

    /**
     * {@return a key's word for a jar}
     *
     * @param key vouches
     * @param jar all its bytes
     * @param pluginId as the jar's manifest has it
     * @param version as the jar's manifest has it
     * @param at now
     */
    public static PluginSignature of(SigningKey key, byte[] jar, String pluginId, String version, Instant at) {
        String hash = Ed25519.sha512(jar);
        byte[] signed = key.sign(message(key.id(), pluginId, version, hash, at));
        return new PluginSignature(
                key.id(), pluginId, version, hash, at, Base64.getEncoder().encodeToString(signed));
    }

    private static byte[] message(String keyId, String pluginId, String version, String sha512, Instant at) {
        return Ed25519.message(List.of(TAG, keyId, pluginId, version, sha512, at.toString()));
    }

    /** {@return where the signature of a jar stands} */
    public static Path beside(Path jar) {
        return jar.resolveSibling(jar.getFileName() + ".sig");
    }

    /** {@return whether a key made it} */
    boolean isOf(PublicKey key) {
        return Ed25519.isOf(
                key,
                message(keyId, pluginId, version, sha512, signedAt),
                Base64.getDecoder().decode(signature));
    }

    /** {@return the text of its file} */
    public String toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("v", 1)
                .put("alg", Ed25519.NAME)
                .put("key", keyId)
                .put("id", pluginId)
                .put("version", version)
                .put("sha512", sha512)
                .put("signedAt", signedAt.toString())
                .put("signature", signature);
        return json.toPrettyString() + "\n";
    }

    /**
     * {@return the signature of a file}
     *
     * @throws TradeTrackerException BAD_SIGNATURE
     */
    public static PluginSignature parse(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw bad("it has more than " + MOST_BYTES + " bytes", null);
        }
        try {
            Fields fields = JsonMappers.strict().readValue(new String(file, StandardCharsets.UTF_8), Fields.class);
            if (fields == null || fields.version != 1 || !Ed25519.NAME.equals(fields.algorithm)) {
                throw bad("this host reads version 1 with " + Ed25519.NAME, null);
            }
            return fields.read();
        } catch (JsonProcessingException malformed) {
            throw bad(malformed.getOriginalMessage(), malformed);
        }
    }

    private static TradeTrackerException bad(String why, @Nullable Throwable cause) {
        return new TradeTrackerException(
                SigningError.BAD_SIGNATURE, "the signature cannot be used: " + why + "; sign the jar again", cause);
    }

    private record Fields(
            @JsonProperty("v") int version,
            @JsonProperty("alg") @Nullable String algorithm,
            @JsonProperty("key") @Nullable String keyId,
            @JsonProperty("id") @Nullable String pluginId,
            @JsonProperty("version") @Nullable String pluginVersion,
            @Nullable String sha512,
            @Nullable String signedAt,
            @Nullable String signature) {
        PluginSignature read() {
            return new PluginSignature(
                    given(keyId), given(pluginId), given(pluginVersion), given(sha512), time(), given(signature));
        }

        /** A moment has one text, so that no other file means the same. */
        private Instant time() {
            String text = given(signedAt);
            try {
                Instant time = Instant.parse(text);
                if (time.toString().equals(text)) {
                    return time;
                }
            } catch (DateTimeException wrong) {
                throw bad("its 'signedAt' is malformed", wrong);
            }
            throw bad("its 'signedAt' is malformed", null);
        }

        private static String given(@Nullable String text) {
            return text == null ? "" : text;
        }
    }
}
