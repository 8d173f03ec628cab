package io.tradetracker.pluginhost;

import io.tradetracker.api.ApiVersion;
import java.util.List;
import java.util.regex.Pattern;

/** A version of the API. A plugin runs on hosts of the same major version whose minor version is not lower. */
record ApiLevel(int major, int minor) {
    private static final Pattern TEXT = Pattern.compile("[0-9]{1,6}\\.[0-9]{1,6}\\.[0-9]{1,6}");

    static ApiLevel parse(String text) throws PluginRefusal {
        if (!TEXT.matcher(text).matches()) {
            throw new PluginRefusal(
                    PluginError.BAD_DESCRIPTOR,
                    "its api version '" + text + "' must look like 1.0.0; rebuild the plugin");
        }
        List<String> numbers = List.of(text.split("\\.", -1));
        return new ApiLevel(Integer.parseInt(numbers.get(0)), Integer.parseInt(numbers.get(1)));
    }

    static void requireOffered(String builtWith) throws PluginRefusal {
        ApiLevel plugin = parse(builtWith);
        ApiLevel host = parse(ApiVersion.current());
        if (plugin.major != host.major || plugin.minor > host.minor) {
            throw new PluginRefusal(
                    PluginError.INCOMPATIBLE_API,
                    "it was built with API " + builtWith + ", but this host offers " + ApiVersion.current() + "; "
                            + (plugin.isAbove(host) ? "update the host" : "rebuild the plugin with a newer SDK"));
        }
    }

    private boolean isAbove(ApiLevel other) {
        return major > other.major || (major == other.major && minor > other.minor);
    }
}
