package io.tradetracker.pluginhost.signing;

import io.tradetracker.api.error.TradeTrackerException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** Ed25519 (RFC 8032) of the JDK over short texts whose first word says what they are. */
final class Ed25519 {
    static final String NAME = "Ed25519";

    private Ed25519() {}

    /** {@return the words as one message that no other words make: each ends in a zero byte} */
    static byte[] message(List<String> words) {
        StringBuilder all = new StringBuilder();
        for (String word : words) {
            if (word.indexOf('\0') >= 0) {
                throw new TradeTrackerException(SigningError.BAD_SIGNATURE, "a signed text must not have a zero byte");
            }
            all.append(word).append('\0');
        }
        return all.toString().getBytes(StandardCharsets.UTF_8);
    }

    static byte[] sign(PrivateKey key, byte[] message) {
        try {
            Signature signature = Signature.getInstance(NAME);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this JDK cannot sign with " + NAME, impossible);
        }
    }

    static boolean isOf(PublicKey key, byte[] message, byte[] signed) {
        try {
            Signature signature = Signature.getInstance(NAME);
            signature.initVerify(key);
            signature.update(message);
            return signature.verify(signed);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    /** {@return the key of a text in base64, as X.509 encodes it} */
    static PublicKey publicKey(String base64) {
        try {
            byte[] encoded = Base64.getDecoder().decode(base64);
            PublicKey key = KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(encoded));
            if (!MessageDigest.isEqual(encoded, encoded(key))) {
                throw new TradeTrackerException(SigningError.BAD_KEY, "the public key has more than a key in it");
            }
            return key;
        } catch (IllegalArgumentException | GeneralSecurityException wrong) {
            throw new TradeTrackerException(
                    SigningError.BAD_KEY,
                    "'" + (base64.length() > 80 ? base64.substring(0, 80) + "…" : base64) + "' is no public " + NAME
                            + " key in base64",
                    wrong);
        }
    }

    /** {@return what tells a public key from others: the first 16 hexadecimal digits of its SHA-256} */
    static String idOf(PublicKey key) {
        return hash("SHA-256", encoded(key)).substring(0, 16);
    }

    static byte[] encoded(Key key) {
        return Objects.requireNonNull(key.getEncoded(), "a key of the JDK can be encoded");
    }

    static String sha512(byte[] bytes) {
        return hash("SHA-512", bytes);
    }

    private static String hash(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this JDK has no " + algorithm, missing);
        }
    }
}
