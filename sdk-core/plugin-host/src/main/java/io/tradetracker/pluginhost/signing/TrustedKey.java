package io.tradetracker.pluginhost.signing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key that a host takes plugins of. Immutable.
 *
 * @param owner whose it is, for people
 * @param publicKey in base64
 * @param scope ids that it may sign: {@code "com.example"} for that and all that begin with {@code "com.example."};
 *     {@code "*"} for any
 * @param highest how far its plugins may be trusted
 * @param notBefore what was signed before is not taken
 * @param notAfter what was signed after is not taken; null while it has no end
 * @param revoked whether nothing of it is taken any more
 */
public record TrustedKey(
        String owner,
        String publicKey,
        List<String> scope,
        TrustLevel highest,
        Instant notBefore,
        @Nullable Instant notAfter,
        boolean revoked) {
    /**
     * Makes the list immutable.
     *
     * @throws io.tradetracker.api.error.TradeTrackerException BAD_KEY when the public key is none
     * @throws IllegalArgumentException when there is no owner or no scope
     */
    public TrustedKey {
        scope = List.copyOf(scope);
        Ed25519.publicKey(publicKey);
        if (owner.isBlank() || scope.isEmpty() || scope.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("a trusted key needs an owner and a scope, such as com.example");
        }
    }

    /** {@return a key without an end} */
    public static TrustedKey of(
            String owner, String publicKey, List<String> scope, TrustLevel highest, Instant notBefore) {
        return new TrustedKey(owner, publicKey, scope, highest, notBefore, null, false);
    }

    /** {@return what tells it from other keys, 16 hexadecimal digits} */
    public String id() {
        return Ed25519.idOf(Ed25519.publicKey(publicKey));
    }

    /** {@return this key, of which nothing is taken any more} */
    public TrustedKey revoke() {
        return new TrustedKey(owner, publicKey, scope, highest, notBefore, notAfter, true);
    }

    boolean covers(String pluginId) {
        return scope.stream()
                .anyMatch(each -> each.equals("*") || pluginId.equals(each) || pluginId.startsWith(each + "."));
    }

    boolean isValidAt(Instant time) {
        return !time.isBefore(notBefore) && (notAfter == null || !time.isAfter(notAfter));
    }
}
