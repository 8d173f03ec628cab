package io.tradetracker.pluginhost.signing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.json.JsonMappers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an operator forbids all hosts to run, signed with the operator's key. Immutable.
 *
 * @param counter rises with each list; a host refuses one that is not newer than its own
 * @param issuedAt when
 * @param entries what is forbidden: {@code "id:com.example.x"}, {@code "version:com.example.x@1.0.0"}, {@code "key:…"}
 *     with a key's id, {@code "sha512:…"} with a jar's hash
 * @param signature in base64: Ed25519 over a tag and all of these
 */
public record KillList(long counter, Instant issuedAt, Set<String> entries, String signature) {
    private static final String TAG = "tradetracker-kill-list-v1";
    private static final int MOST_BYTES = 4_000_000;
    private static final List<String> KINDS = List.of("id:", "version:", "key:", "sha512:");

    /** @throws TradeTrackerException BAD_SIGNATURE when an entry is of no known kind */
    public KillList {
        entries = Collections.unmodifiableSet(new TreeSet<>(entries));
        for (String entry : entries) {
            if (KINDS.stream().noneMatch(entry::startsWith)) {
                throw bad("it has the entry '" + entry + "', but an entry begins with id:, version:, key: or sha512:");
            }
        }
    }

    /** {@return a list, signed} */
    public static KillList of(SigningKey operator, long counter, Instant issuedAt, Set<String> entries) {
        byte[] signed = operator.sign(message(counter, issuedAt, new TreeSet<>(entries)));
        return new KillList(counter, issuedAt, entries, Base64.getEncoder().encodeToString(signed));
    }

    private static byte[] message(long counter, Instant issuedAt, Set<String> sorted) {
        List<String> words = new ArrayList<>(List.of(TAG, Long.toString(counter), issuedAt.toString()));
        words.addAll(sorted);
        return Ed25519.message(words);
    }

    boolean isOf(PublicKey operator) {
        try {
            return Ed25519.isOf(
                    operator,
                    message(counter, issuedAt, entries),
                    Base64.getDecoder().decode(signature));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    /** {@return the entry that forbids a signed jar; null when none does} */
    @Nullable
    String entryFor(PluginSignature plugin) {
        List<String> names = List.of(
                "id:" + plugin.pluginId(),
                "version:" + plugin.pluginId() + "@" + plugin.version(),
                "key:" + plugin.keyId(),
                "sha512:" + plugin.sha512());
        return names.stream().filter(entries::contains).findFirst().orElse(null);
    }

    /** {@return the text of its file} */
    public String toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("v", 1).put("counter", counter).put("issuedAt", issuedAt.toString());
        ArrayNode list = json.putArray("entries");
        entries.forEach(list::add);
        return json.put("signature", signature).toPrettyString() + "\n";
    }

    /**
     * {@return the list of a file}
     *
     * @throws TradeTrackerException BAD_SIGNATURE
     */
    public static KillList parse(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw bad("it has more than " + MOST_BYTES + " bytes");
        }
        try {
            Fields fields = JsonMappers.strict().readValue(new String(file, StandardCharsets.UTF_8), Fields.class);
            if (fields == null || fields.v != 1 || fields.issuedAt == null || fields.entries == null) {
                throw bad("it is of another version, or a part is missing");
            }
            return new KillList(
                    fields.counter,
                    fields.issuedAt,
                    new TreeSet<>(fields.entries),
                    fields.signature == null ? "" : fields.signature);
        } catch (IOException | NullPointerException malformed) {
            throw bad(String.valueOf(malformed.getMessage()));
        }
    }

    private static TradeTrackerException bad(String why) {
        return new TradeTrackerException(SigningError.BAD_SIGNATURE, "the kill list cannot be used: " + why);
    }

    private record Fields(
            int v,
            long counter,
            @Nullable Instant issuedAt,
            @Nullable List<String> entries,
            @Nullable String signature) {}
}
