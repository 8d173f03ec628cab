package io.tradetracker.pluginhost;

import io.tradetracker.api.ApiVersion;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pf4j.DefaultVersionManager;

/** What the manifest of a plugin says about itself. */
record PluginManifest(String id, String version) {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9.-]{1,98}[a-z0-9]");
    private static final Pattern VERSION =
            Pattern.compile("[0-9]{1,9}\\.[0-9]{1,9}\\.[0-9]{1,9}(-[0-9A-Za-z.-]{1,60})?(\\+[0-9A-Za-z.-]{1,60})?");
    private static final List<String> FORBIDDEN =
            List.of("Plugin-Class", "Plugin-Dependencies", "Class-Path", "Launcher-Agent-Class", "Multi-Release");

    static PluginManifest of(@Nullable Manifest manifest) throws PluginRefusal {
        if (manifest == null) {
            throw refusal("the jar has no META-INF/MANIFEST.MF; build it with the pom io.tradetracker:plugin-parent");
        }
        Attributes entries = manifest.getMainAttributes();
        for (String name : FORBIDDEN) {
            if (entries.getValue(name) != null) {
                throw refusal("the manifest entry " + name + " is not allowed in a plugin; remove it");
            }
        }
        requireOffered(entries.getValue("Plugin-Requires"));
        return new PluginManifest(
                required(entries, "Plugin-Id", ID, "3 to 100 of a-z, 0-9, dot and dash"),
                required(entries, "Plugin-Version", VERSION, "a semantic version such as 1.0.0"));
    }

    private static String required(Attributes entries, String name, Pattern pattern, String expected)
            throws PluginRefusal {
        String value = entries.getValue(name);
        if (value == null || !pattern.matcher(value).matches()) {
            throw refusal("the manifest entry " + name + " must be " + expected + ", but "
                    + (value == null ? "is missing" : "was '" + value + "'")
                    + "; the pom io.tradetracker:plugin-parent sets it");
        }
        return value;
    }

    private static void requireOffered(@Nullable String requires) throws PluginRefusal {
        if (requires != null && !isMet(requires)) {
            throw new PluginRefusal(
                    PluginError.INCOMPATIBLE_API,
                    "the plugin requires API " + requires + ", but this host offers " + ApiVersion.current()
                            + "; take a version of the plugin that fits");
        }
    }

    private static boolean isMet(String requires) throws PluginRefusal {
        try {
            return new DefaultVersionManager().checkVersionConstraint(ApiVersion.current(), requires);
        } catch (RuntimeException unreadable) {
            throw refusal("the manifest entry Plugin-Requires '" + requires
                    + "' must be a version range such as >=0.1.0 & <1.0.0");
        }
    }

    private static PluginRefusal refusal(String message) {
        return new PluginRefusal(PluginError.BAD_MANIFEST, message);
    }
}
