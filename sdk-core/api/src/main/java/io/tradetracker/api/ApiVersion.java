package io.tradetracker.api;

/** The version of the API that a host offers. A jar built against 1.a runs on every 1.b with b at or above a. */
public final class ApiVersion {
    private ApiVersion() {}

    /** {@return {@code major.minor.patch}; read at run time, never inlined into a plugin} */
    public static String current() {
        return "0.1.0";
    }
}
