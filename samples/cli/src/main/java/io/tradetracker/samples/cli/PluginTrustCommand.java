package io.tradetracker.samples.cli;

import io.tradetracker.pluginhost.signing.TrustLevel;
import io.tradetracker.pluginhost.signing.TrustStore;
import io.tradetracker.pluginhost.signing.TrustedKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says whose plugins a host takes. */
@Command(
        name = "trust",
        description = "Lists the keys that a folder of trust has, trusts one more, or revokes one.",
        sortOptions = false)
@SuppressWarnings("NullAway.Init")
final class PluginTrustCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private TrustOption trust;

    @Option(
            names = "--public-key",
            order = 2,
            paramLabel = "BASE64",
            description = "The key to trust, as keygen printed it.")
    private @Nullable String publicKey;

    @Option(names = "--owner", order = 3, paramLabel = "NAME", description = "Whose it is.")
    private @Nullable String owner;

    @Option(
            names = "--scope",
            order = 4,
            split = ",",
            paramLabel = "ID",
            description = "Plugins that it may sign: com.example for that and all below; * for any. May be repeated.")
    private List<String> scope = new ArrayList<>();

    @Option(
            names = "--level",
            order = 5,
            paramLabel = "LEVEL",
            description = "How far: verified or trusted. Default: verified")
    private String level = "verified";

    @Option(
            names = "--not-before",
            order = 6,
            paramLabel = "TIME",
            description = "What was signed before is not taken. Default: 2020-01-01")
    private Instant notBefore = TimeText.parse("2020-01-01");

    @Option(
            names = "--revoke",
            order = 7,
            paramLabel = "KEY",
            description = "The id of a key to take nothing of any more.")
    private @Nullable String revoke;

    @Override
    public void run() {
        if (!trust.isGiven()) {
            throw wrong("--trust DIR is missing: the folder in which it is kept");
        }
        if (publicKey != null && (owner == null || scope.isEmpty())) {
            throw wrong("--public-key needs --owner and --scope: whose it is, and what it may sign");
        }
        if (publicKey == null && (owner != null || !scope.isEmpty())) {
            throw wrong("--owner and --scope are for a key; give --public-key too");
        }
        TrustStore store = trust.open();
        if (publicKey != null && owner != null) {
            store.trust(TrustedKey.of(owner, publicKey, scope, trustLevel(), notBefore));
        }
        if (revoke != null) {
            store.revoke(revoke);
        }
        store.keys().forEach(key -> spec.commandLine().getOut().println(line(key)));
    }

    private TrustLevel trustLevel() {
        return switch (level.toLowerCase(Locale.ROOT)) {
            case "verified" -> TrustLevel.VERIFIED;
            case "trusted" -> TrustLevel.TRUSTED;
            default -> throw wrong("--level " + level + " must be verified or trusted");
        };
    }

    private static String line(TrustedKey key) {
        return key.id() + "  "
                + (key.revoked() ? "revoked" : key.highest().name().toLowerCase(Locale.ROOT)) + "  "
                + String.join(",", key.scope()) + "  " + key.owner();
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
