package io.tradetracker.pluginhost.signing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.json.JsonMappers;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pf4j.DefaultVersionManager;

/**
 * Whom a host trusts with plugins: keys, which key each plugin belongs to, the newest version of each that was here,
 * and the operator's kill list. Kept in files of a folder, each whole or as it was. One process uses a folder at a
 * time. Safe for use by several threads.
 */
public final class TrustStore {
    private static final String TRUST = "trust.json";
    private static final String KILL_LIST = "kill-list.json";

    private final Path folder;
    private final @Nullable String operatorKey;
    private final TreeMap<String, TrustedKey> keys = new TreeMap<>();
    private final TreeMap<String, Pin> pins = new TreeMap<>();
    private @Nullable KillList killList;

    /**
     * What is known of a plugin.
     *
     * @param key the id of the key that it belongs to
     * @param version the newest that was here
     */
    public record Pin(String key, String version) {}

    private TrustStore(Path folder, @Nullable String operatorKey) {
        this.folder = folder;
        this.operatorKey = operatorKey;
    }

    /**
     * {@return the trust of a folder, which is made when it is not there}
     *
     * @param folder of this store alone
     * @param operatorKey in base64, whose kill lists are taken; null for none
     * @throws TradeTrackerException UNREADABLE, BAD_KEY or BAD_SIGNATURE; nothing is trusted then
     */
    public static TrustStore open(Path folder, @Nullable String operatorKey) {
        TrustStore store = new TrustStore(folder, operatorKey);
        if (operatorKey != null) {
            Ed25519.publicKey(operatorKey);
        }
        try {
            Files.createDirectories(folder);
            store.read();
        } catch (JsonProcessingException malformed) {
            throw new TradeTrackerException(
                    SigningError.UNREADABLE,
                    folder.resolve(TRUST) + " cannot be read: " + malformed.getOriginalMessage(),
                    malformed);
        } catch (IOException failed) {
            throw unreadable(folder, failed);
        }
        return store;
    }

    private synchronized void read() throws IOException {
        try {
            Trust trust = mapper().readValue(folder.resolve(TRUST).toFile(), Trust.class);
            for (TrustedKey key : trust.keys) {
                keys.put(key.id(), key);
            }
            pins.putAll(trust.pins);
        } catch (FileNotFoundException | NoSuchFileException none) {
            // nobody is trusted yet
        }
        Path list = folder.resolve(KILL_LIST);
        if (Files.exists(list)) {
            killList = requireOperators(KillList.parse(Files.readAllBytes(list)));
        }
    }

    private static JsonMapper mapper() {
        return JsonMappers.strict();
    }

    /** {@return the keys that are trusted, also revoked ones, by id} */
    public synchronized List<TrustedKey> keys() {
        return List.copyOf(keys.values());
    }

    /** {@return what is known of a plugin; empty when none of that id was accepted} */
    public synchronized Optional<Pin> pin(String pluginId) {
        return Optional.ofNullable(pins.get(pluginId));
    }

    /** Trusts a key, or changes how far. */
    public synchronized void trust(TrustedKey key) {
        TreeMap<String, TrustedKey> changed = new TreeMap<>(keys);
        changed.put(key.id(), key);
        write(changed, pins);
        keys.put(key.id(), key);
    }

    /**
     * Takes nothing of a key any more.
     *
     * @throws TradeTrackerException UNKNOWN_KEY
     */
    public synchronized void revoke(String keyId) {
        TrustedKey key = keys.get(keyId);
        if (key == null) {
            throw new TradeTrackerException(SigningError.UNKNOWN_KEY, "there is no key " + keyId + " to revoke");
        }
        trust(key.revoke());
    }

    /**
     * Says, as somebody who may, which key a plugin belongs to and which version is the newest: after a change of keys,
     * or to go back to an older version.
     */
    public synchronized void pin(String pluginId, Pin pin) {
        TreeMap<String, Pin> changed = new TreeMap<>(pins);
        changed.put(pluginId, pin);
        write(keys, changed);
        pins.put(pluginId, pin);
    }

    /**
     * Takes a newer kill list.
     *
     * @throws TradeTrackerException BAD_SIGNATURE, FORGED or OLD_KILL_LIST; the list before stays then
     */
    public synchronized void takeKillList(byte[] file) {
        KillList list = requireOperators(KillList.parse(file));
        if (killList != null && list.counter() <= killList.counter()) {
            throw new TradeTrackerException(
                    SigningError.OLD_KILL_LIST,
                    "the kill list " + list.counter() + " is not newer than " + killList.counter() + ", which is here");
        }
        write(KILL_LIST, list.toJson().getBytes(StandardCharsets.UTF_8));
        killList = list;
    }

    private KillList requireOperators(KillList list) {
        if (operatorKey == null || !list.isOf(Ed25519.publicKey(operatorKey))) {
            throw new TradeTrackerException(
                    SigningError.FORGED, "the kill list is not signed with the operator's key of this host");
        }
        return list;
    }

    /**
     * {@return who signed a jar, when this host trusts it} Nothing is changed, and the jar is not opened.
     *
     * @param jar all its bytes
     * @param signatureFile all bytes of {@link PluginSignature#beside}
     * @throws TradeTrackerException with a {@link SigningError} that says why not
     */
    public synchronized SignedPlugin check(byte[] jar, byte[] signatureFile) {
        PluginSignature signature = PluginSignature.parse(signatureFile);
        if (!Ed25519.sha512(jar).equals(signature.sha512())) {
            throw new TradeTrackerException(
                    SigningError.OTHER_JAR,
                    "the jar was changed after " + signature.pluginId() + " " + signature.version()
                            + " was signed; take both files again from where they came");
        }
        TrustedKey key = keys.get(signature.keyId());
        if (key == null) {
            throw new TradeTrackerException(
                    SigningError.UNKNOWN_KEY,
                    "this host does not know the key " + signature.keyId()
                            + "; trust it first, if you know whose it is");
        }
        if (!signature.isOf(Ed25519.publicKey(key.publicKey()))) {
            throw new TradeTrackerException(
                    SigningError.FORGED, "the signature was not made with the key of " + key.owner());
        }
        requireAllowed(signature, key);
        requirePinned(signature);
        return new SignedPlugin(signature, key);
    }

    private void requireAllowed(PluginSignature signature, TrustedKey key) {
        String entry = killList == null ? null : killList.entryFor(signature);
        if (entry != null) {
            throw new TradeTrackerException(SigningError.KILLED, "the operator forbids it: " + entry);
        }
        if (key.revoked()) {
            throw new TradeTrackerException(
                    SigningError.REVOKED_KEY, "the key " + key.id() + " of " + key.owner() + " was revoked");
        }
        if (!key.isValidAt(signature.signedAt())) {
            throw new TradeTrackerException(
                    SigningError.KEY_OUT_OF_TIME,
                    "it was signed at " + signature.signedAt() + ", when the key of " + key.owner() + " was not valid");
        }
        if (!key.covers(signature.pluginId())) {
            throw new TradeTrackerException(
                    SigningError.OUT_OF_SCOPE,
                    "the key of " + key.owner() + " may sign " + key.scope() + ", but not " + signature.pluginId());
        }
    }

    private void requirePinned(PluginSignature signature) {
        Pin pin = pins.get(signature.pluginId());
        if (pin == null) {
            return;
        }
        if (!pin.key.equals(signature.keyId())) {
            throw new TradeTrackerException(
                    SigningError.KEY_CHANGED,
                    signature.pluginId() + " belongs to the key " + pin.key + ", but this was signed with "
                            + signature.keyId() + "; somebody who may must say that this is right");
        }
        if (new DefaultVersionManager().compareVersions(signature.version(), pin.version) < 0) {
            throw new TradeTrackerException(
                    SigningError.DOWNGRADE,
                    signature.pluginId() + " " + signature.version() + " is older than " + pin.version
                            + ", which was here; somebody who may must say that this is right");
        }
    }

    /** Remembers whose an accepted plugin is, and its version, for what comes later. */
    public synchronized void accept(SignedPlugin plugin) {
        PluginSignature signature = plugin.signature();
        requirePinned(signature);
        pin(signature.pluginId(), new Pin(signature.keyId(), signature.version()));
    }

    private void write(Map<String, TrustedKey> newKeys, Map<String, Pin> newPins) {
        Trust trust = new Trust(List.copyOf(newKeys.values()), new TreeMap<>(newPins));
        try {
            write(TRUST, mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(trust));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void write(String name, byte[] bytes) {
        try {
            Path part = Files.createTempFile(folder, name, ".part");
            Files.write(part, bytes);
            Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw unreadable(folder, failed);
        }
    }

    private static TradeTrackerException unreadable(Path folder, IOException failed) {
        return new TradeTrackerException(
                SigningError.UNREADABLE,
                "the folder of trust " + folder + " cannot be used (" + failed + "); nothing is trusted until it can",
                failed);
    }

    private record Trust(List<TrustedKey> keys, Map<String, Pin> pins) {}
}
