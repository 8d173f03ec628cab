package io.tradetracker.processor;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who the plugin is, from the options of the compiler. */
record PluginIdentity(String id, String version, String name) {
    static final String ID_OPTION = "tradetracker.plugin.id";
    static final String VERSION_OPTION = "tradetracker.plugin.version";
    static final String NAME_OPTION = "tradetracker.plugin.name";

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9.-]{1,98}[a-z0-9]");
    private static final Pattern VERSION = Pattern.compile("(0|[1-9][0-9]{0,8})(\\.(0|[1-9][0-9]{0,8})){2}"
            + "(-[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*)?(\\+[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*)?");

    /** {@return the identity, or null after reporting what is missing or wrong} */
    static @Nullable PluginIdentity from(Map<String, String> options, Faults faults) {
        int before = faults.count();
        String id = required(
                options, ID_OPTION, ID, "3 to 100 of a-z, 0-9, dot and dash, such as com.example.my-plugin", faults);
        String version = required(options, VERSION_OPTION, VERSION, "a semantic version such as 1.0.0", faults);
        String name = options.getOrDefault(NAME_OPTION, "");
        return faults.count() > before ? null : new PluginIdentity(id, version, name.isBlank() ? id : name);
    }

    private static String required(
            Map<String, String> options, String option, Pattern pattern, String expected, Faults faults) {
        String value = options.getOrDefault(option, "");
        if (value.isEmpty()) {
            faults.add("compiler option -A" + option + " is missing: set it to " + expected
                    + ", or inherit from the pom io.tradetracker:plugin-parent, which sets it");
        } else if (!pattern.matcher(value).matches()) {
            faults.add("compiler option -A" + option + " must be " + expected + ", but was '" + value + "'");
        }
        return value;
    }
}
