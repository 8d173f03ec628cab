package io.tradetracker.postgres.gateway;

import io.tradetracker.core.gateway.TradingAccount;
import io.tradetracker.postgres.internal.StorableText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The text by which the tables tell accounts apart: short enough for an index, and readable. */
final class AccountKey {
    private static final int LONGEST = 300;
    private static final int SHOWN = 100;

    private AccountKey() {}

    /** No broker's name begins with a backslash, so a long name never has the key of a short one. */
    static String of(TradingAccount account) {
        String name = account.broker() + "/" + StorableText.escaped(account.id().value());
        return name.length() <= LONGEST ? name : "\\" + hash(name) + " " + StorableText.plain(name.substring(0, SHOWN));
    }

    private static String hash(String text) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this JDK has no SHA-256", missing);
        }
    }
}
