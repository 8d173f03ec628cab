package io.tradetracker.pluginhost;

import java.nio.file.Path;

/** Stops the loading of one jar. */
final class PluginRefusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final PluginError code;

    PluginRefusal(PluginError code, String message) {
        super(ForeignText.safe(message), null, false, false);
        this.code = code;
    }

    PluginFailure of(Path file) {
        return new PluginFailure(file, code, String.valueOf(getMessage()));
    }
}
