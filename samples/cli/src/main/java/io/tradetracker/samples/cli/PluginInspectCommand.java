package io.tradetracker.samples.cli;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.pluginhost.LoadedPlugin;
import io.tradetracker.pluginhost.PluginInspector;
import io.tradetracker.pluginhost.signing.PluginSignature;
import io.tradetracker.pluginhost.signing.SignedPlugin;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what a plugin's jar is. */
@Command(
        name = "inspect",
        description = "Shows what a plugin's jar says about itself and who signed it, without running any of it. "
                + "Exit code 1 when a host would refuse it.")
@SuppressWarnings("NullAway.Init")
final class PluginInspectCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private TrustOption trust;

    @Parameters(arity = "1", paramLabel = "JAR", description = "The plugin.")
    private Path jar;

    @Override
    public Integer call() {
        LoadedPlugin plugin = PluginInspector.inspect(jar);
        PrintWriter out = spec.commandLine().getOut();
        out.println(plugin.id() + " " + plugin.version() + " (" + plugin.name() + ")");
        out.println("  api        " + plugin.api());
        out.println("  sha256     " + plugin.sha256());
        plugin.strategies().forEach(each -> out.println("  strategy   " + each.id()));
        if (!trust.isGiven()) {
            out.println("  signature  " + claimed());
            return 0;
        }
        try {
            SignedPlugin signed = trust.open().check(PluginFiles.read(jar), PluginFiles.signatureOf(jar));
            out.println("  signature  of " + signed.key().owner() + ", trusted as "
                    + signed.key().highest().name().toLowerCase(Locale.ROOT));
            return 0;
        } catch (TradeTrackerException refused) {
            out.println("  signature  " + refused.code().name() + ": " + refused.getMessage());
            return 1;
        }
    }

    private String claimed() {
        if (!Files.exists(PluginSignature.beside(jar))) {
            return "none";
        }
        PluginSignature signature = PluginSignature.parse(PluginFiles.signatureOf(jar));
        return "claims the key " + signature.keyId() + ", not checked; give --trust";
    }
}
