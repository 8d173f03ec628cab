package io.tradetracker.pluginhost;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.pluginhost.signing.PluginSignature;
import io.tradetracker.pluginhost.signing.SignedPlugin;
import io.tradetracker.pluginhost.signing.SigningError;
import io.tradetracker.pluginhost.signing.TrustStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lets in the jars that a host trusts, for one catalog. */
final class SignatureGate {
    private final @Nullable TrustStore trust;
    private final Map<Path, SignedPlugin> checked = new HashMap<>();

    private SignatureGate(@Nullable TrustStore trust) {
        this.trust = trust;
    }

    /** {@return a gate that lets in any} */
    static SignatureGate open() {
        return new SignatureGate(null);
    }

    static SignatureGate of(TrustStore trust) {
        return new SignatureGate(trust);
    }

    /** {@return the jar, checked: its signature before it is opened, then what it says about itself} */
    PluginArchive check(PrivateCopy copy) throws PluginRefusal {
        if (trust == null) {
            return PluginArchive.check(copy);
        }
        try {
            SignedPlugin signed = trust.check(Files.readAllBytes(copy.path()), signatureOf(copy.original()));
            PluginArchive archive = PluginArchive.check(copy);
            requireSame("id", signed.signature().pluginId(), archive.id());
            requireSame(
                    "version",
                    signed.signature().version(),
                    archive.descriptor().version());
            checked.put(copy.original(), signed);
            return archive;
        } catch (TradeTrackerException refused) {
            throw notTrusted(refused.code().name() + ": " + refused.getMessage());
        } catch (IOException failed) {
            throw new PluginRefusal(
                    PluginError.UNREADABLE, "its copy cannot be read (" + failed.getMessage() + "); load it again");
        }
    }

    /** Remembers whose a plugin is, now that it is loaded; one that did not load does not keep an older one out. */
    void accept(PluginArchive archive) {
        SignedPlugin signed = checked.get(archive.file());
        if (trust != null && signed != null) {
            trust.accept(signed);
        }
    }

    private static byte[] signatureOf(Path jar) throws PluginRefusal {
        Path file = PluginSignature.beside(jar);
        try {
            if (Files.size(file) <= PluginSignature.MOST_BYTES) {
                return Files.readAllBytes(file);
            }
            throw notTrusted(SigningError.BAD_SIGNATURE + ": " + file.getFileName() + " is too large");
        } catch (NoSuchFileException none) {
            throw notTrusted(SigningError.NOT_SIGNED + ": there is no " + file.getFileName() + " beside it");
        } catch (IOException failed) {
            throw notTrusted(SigningError.UNREADABLE + ": " + file.getFileName() + " cannot be read");
        }
    }

    private static void requireSame(String what, String signed, String found) throws PluginRefusal {
        if (!signed.equals(found)) {
            throw notTrusted(SigningError.OTHER_JAR + ": its signature is for the " + what + " '" + signed
                    + "', but the jar says '" + found + "'; sign it again");
        }
    }

    private static PluginRefusal notTrusted(String why) {
        return new PluginRefusal(PluginError.NOT_TRUSTED, why);
    }
}
