package io.tradetracker.pluginhost;

import io.tradetracker.api.error.TradeTrackerException;
import java.nio.file.Path;

/** Looks into a plugin's jar without loading any of its classes. */
public final class PluginInspector {
    private PluginInspector() {}

    /**
     * {@return what a jar says about itself, checked as a catalog checks it}
     *
     * @throws TradeTrackerException with the {@link PluginError} for which a catalog would refuse it
     */
    public static LoadedPlugin inspect(Path jar) {
        try (PrivateFolder copies = new PrivateFolder()) {
            return PluginArchive.check(copies.copy(jar)).loaded();
        } catch (PluginRefusal refusal) {
            PluginFailure failure = refusal.of(jar);
            throw new TradeTrackerException(failure.code(), failure.toString());
        }
    }
}
