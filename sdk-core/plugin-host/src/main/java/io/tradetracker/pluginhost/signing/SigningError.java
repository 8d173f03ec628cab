package io.tradetracker.pluginhost.signing;

import io.tradetracker.api.error.ErrorCode;
import io.tradetracker.api.error.ErrorType;

/** Why a signature, or a key, is refused. */
public enum SigningError implements ErrorCode {
    /** A file of a key, a signature or trust cannot be read or written. */
    UNREADABLE(1221, ErrorType.EXTERNAL),
    /** A file is no key of the kind that is needed, or its password is wrong. */
    BAD_KEY(1222, ErrorType.USER_ERROR),
    /** The jar has no signature beside it. */
    NOT_SIGNED(1223, ErrorType.USER_ERROR),
    /** The signature's file is malformed, or of a format this host does not read. */
    BAD_SIGNATURE(1224, ErrorType.USER_ERROR),
    /** The jar is another than the one that was signed. */
    OTHER_JAR(1225, ErrorType.USER_ERROR),
    /** The signature was not made by the key that it names. */
    FORGED(1226, ErrorType.USER_ERROR),
    /** This host does not know the key. */
    UNKNOWN_KEY(1227, ErrorType.USER_ERROR),
    /** The key was revoked. */
    REVOKED_KEY(1228, ErrorType.USER_ERROR),
    /** The signature was made before the key was valid, or after. */
    KEY_OUT_OF_TIME(1229, ErrorType.USER_ERROR),
    /** The key may not sign plugins of this id. */
    OUT_OF_SCOPE(1230, ErrorType.USER_ERROR),
    /** The plugin was signed with another key before. */
    KEY_CHANGED(1231, ErrorType.USER_ERROR),
    /** A newer version of the plugin was here already. */
    DOWNGRADE(1232, ErrorType.USER_ERROR),
    /** The plugin, this version, this jar or its key is on the kill list. */
    KILLED(1233, ErrorType.USER_ERROR),
    /** A kill list is older than the one this host has. */
    OLD_KILL_LIST(1234, ErrorType.USER_ERROR);

    private final int number;
    private final ErrorType type;

    SigningError(int number, ErrorType type) {
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
