package io.tradetracker.pluginhost.signing;

import io.tradetracker.api.error.TradeTrackerException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key pair that signs plugins. Its secret is never in a text of this class. Immutable.
 *
 * <p>Its file has two lines in base64: the private key as PKCS#8 encodes it, and the public key as X.509 does. Only its
 * owner may read it, where the file system knows owners.
 */
public final class SigningKey {
    private static final String TITLE = "trade-tracker plugin signing key";
    private static final int MOST_BYTES = 4096;

    private final PrivateKey secret;
    private final PublicKey open;

    private SigningKey(PrivateKey secret, PublicKey open) {
        this.secret = secret;
        this.open = open;
    }

    /** {@return a new key} */
    public static SigningKey generate() {
        try {
            var pair = KeyPairGenerator.getInstance(Ed25519.NAME).generateKeyPair();
            return new SigningKey(pair.getPrivate(), pair.getPublic());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this JDK has no " + Ed25519.NAME, missing);
        }
    }

    /**
     * {@return the key of a file}
     *
     * @throws TradeTrackerException UNREADABLE or BAD_KEY; the message never has a part of the file
     */
    public static SigningKey read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw badKey(file, null);
            }
            List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
            if (lines.size() != 3 || !lines.getFirst().equals(TITLE)) {
                throw badKey(file, null);
            }
            byte[] secret = Base64.getDecoder().decode(lines.get(1));
            PrivateKey key = KeyFactory.getInstance(Ed25519.NAME).generatePrivate(new PKCS8EncodedKeySpec(secret));
            SigningKey pair = new SigningKey(key, Ed25519.publicKey(lines.get(2)));
            byte[] probe = Ed25519.message(List.of("probe"));
            if (!Ed25519.isOf(pair.open, probe, Ed25519.sign(key, probe))) {
                throw badKey(file, null);
            }
            return pair;
        } catch (IllegalArgumentException | GeneralSecurityException wrong) {
            throw badKey(file, wrong);
        } catch (IOException failed) {
            throw new TradeTrackerException(
                    SigningError.UNREADABLE, "the signing key " + file + " cannot be read (" + failed + ")", failed);
        }
    }

    private static TradeTrackerException badKey(Path file, @Nullable Exception wrong) {
        return new TradeTrackerException(
                SigningError.BAD_KEY,
                file + " is no signing key of a plugin author; `tradetracker plugin keygen` makes one",
                wrong);
    }

    /**
     * Writes the key into a new file.
     *
     * @throws TradeTrackerException UNREADABLE when it is there already or cannot be written
     */
    public void write(Path file) {
        Base64.Encoder base64 = Base64.getEncoder();
        String text = TITLE + "\n" + base64.encodeToString(Ed25519.encoded(secret)) + "\n" + publicKey() + "\n";
        try {
            Files.createFile(file, ownerOnly(file));
            Files.writeString(file, text, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException there) {
            throw new TradeTrackerException(
                    SigningError.UNREADABLE,
                    "there is a file " + file + " already, and a key is never written over; choose another name",
                    there);
        } catch (IOException failed) {
            throw new TradeTrackerException(
                    SigningError.UNREADABLE, "the signing key " + file + " cannot be written (" + failed + ")", failed);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        boolean knowsOwners = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return knowsOwners
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** {@return what tells it from other keys, 16 hexadecimal digits} */
    public String id() {
        return Ed25519.idOf(open);
    }

    /** {@return its public half in base64, for those who trust it} */
    public String publicKey() {
        return Base64.getEncoder().encodeToString(Ed25519.encoded(open));
    }

    byte[] sign(byte[] message) {
        return Ed25519.sign(secret, message);
    }

    /** {@return its id; nothing secret} */
    @Override
    public String toString() {
        return "signing key " + id();
    }
}
