package io.tradetracker.broker.capital.simulator;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;

/** The key that passwords are encrypted with. Used under the venue's lock. */
final class LoginKey {
    private final Set<String> stamps = new HashSet<>();
    private @Nullable KeyPair pair;

    /** {@return the public key, Base64 of X.509} */
    String encoded(long timeStamp) {
        stamps.add(Long.toString(timeStamp));
        return Base64.getEncoder().encodeToString(pair().getPublic().getEncoded());
    }

    /** {@return the password, or "" when the text is not one that was encrypted with this key and one of its stamps} */
    String decrypt(String text) {
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            cipher.init(Cipher.DECRYPT_MODE, pair().getPrivate());
            byte[] inner = cipher.doFinal(Base64.getDecoder().decode(text));
            String plain = new String(Base64.getDecoder().decode(inner), StandardCharsets.UTF_8);
            int bar = plain.lastIndexOf('|');
            return bar >= 0 && stamps.contains(plain.substring(bar + 1)) ? plain.substring(0, bar) : "";
        } catch (GeneralSecurityException | IllegalArgumentException wrong) {
            return "";
        }
    }

    private KeyPair pair() {
        KeyPair made = pair;
        if (made == null) {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                made = generator.generateKeyPair();
            } catch (GeneralSecurityException missing) {
                throw new IllegalStateException("this Java has no RSA", missing);
            }
            pair = made;
        }
        return made;
    }
}
