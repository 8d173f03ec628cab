package io.tradetracker.pluginhost;

import io.tradetracker.api.error.ErrorCode;
import io.tradetracker.api.error.ErrorType;

/** What can be wrong with a folder of plugins or with one of its jars. */
public enum PluginError implements ErrorCode {
    /** There is no such folder, or it is a file. */
    NO_FOLDER(1201, ErrorType.USER_ERROR),
    /** The folder, or one of its files, cannot be read. */
    UNREADABLE(1202, ErrorType.EXTERNAL),
    /** The file is no jar, or a damaged one. */
    NOT_A_JAR(1203, ErrorType.USER_ERROR),
    /** The file, or what it unpacks to, is larger than a host takes. */
    TOO_LARGE(1204, ErrorType.USER_ERROR),
    /** The jar's manifest lacks an entry or has one that plugins must not have. */
    BAD_MANIFEST(1205, ErrorType.USER_ERROR),
    /** The jar's descriptor is missing, malformed, or tells something else than the jar. */
    BAD_DESCRIPTOR(1206, ErrorType.USER_ERROR),
    /** The jar's extension index is missing or names other providers than the descriptor. */
    BAD_INDEX(1207, ErrorType.USER_ERROR),
    /** The jar contains classes that only the host may bring. */
    FORBIDDEN_CONTENT(1208, ErrorType.USER_ERROR),
    /** The jar was built with an API that this host does not offer. */
    INCOMPATIBLE_API(1209, ErrorType.USER_ERROR),
    /** Two jars have one plugin id. */
    DUPLICATE_PLUGIN(1210, ErrorType.USER_ERROR),
    /** Two jars have a strategy of the same id. */
    DUPLICATE_STRATEGY(1211, ErrorType.USER_ERROR),
    /** A provider class could not be loaded or created, or threw. */
    PROVIDER_FAILED(1212, ErrorType.USER_ERROR),
    /** The catalog was used after it was closed. */
    CLOSED(1213, ErrorType.INTERNAL),
    /** The jar is not signed by a key that this host trusts with it; the message has the reason. */
    NOT_TRUSTED(1214, ErrorType.USER_ERROR);

    private final int number;
    private final ErrorType type;

    PluginError(int number, ErrorType type) {
        this.number = number;
        this.type = type;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public ErrorType type() {
        return type;
    }
}
