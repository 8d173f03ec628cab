package io.tradetracker.broker.capital.connection;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import javax.crypto.Cipher;

/** Encrypts a password as the service asks: RSA with PKCS#1 v1.5 over the base64 of password and time. */
final class PasswordCipher {
    private PasswordCipher() {}

    /**
     * {@return the encrypted password, as base64}
     *
     * @param key the service's public key: an X.509 SubjectPublicKeyInfo, as base64
     * @param timeMillis as the service gave it with the key
     * @throws CapitalException BAD_ANSWER when the key is none; WRONG_CREDENTIALS when the password is too long for it
     */
    static String encrypt(String password, String key, long timeMillis) {
        byte[] plain = (password + "|" + timeMillis).getBytes(StandardCharsets.UTF_8);
        byte[] encoded = Base64.getEncoder().encode(plain);
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            cipher.init(Cipher.ENCRYPT_MODE, publicKey(key));
            return Base64.getEncoder().encodeToString(cipher.doFinal(encoded));
        } catch (javax.crypto.IllegalBlockSizeException tooLong) {
            throw new CapitalException(
                    CapitalError.WRONG_CREDENTIALS,
                    "The key's password is too long to be encrypted: make a key with one of at most 160 characters.");
        } catch (GeneralSecurityException | IllegalArgumentException unusable) {
            throw new CapitalException(
                    CapitalError.BAD_ANSWER, "The service's key for encrypting the password cannot be used.");
        }
    }

    private static PublicKey publicKey(String key) throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(key)));
    }
}
