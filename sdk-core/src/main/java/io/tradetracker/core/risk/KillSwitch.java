package io.tradetracker.core.risk;

import java.time.Instant;

/**
 * Says that somebody stopped all entries of an account. It stays in force until somebody resumes. Immutable.
 *
 * @param since when it was pulled, UTC
 * @param reason who pulled it and why, 1 to 500 characters
 * @param mode what happens to open positions
 */
public record KillSwitch(Instant since, String reason, HaltMode mode) {
    /** How long a reason may be, in characters. */
    public static final int LONGEST_REASON = 500;

    /** @throws IllegalArgumentException when the reason is blank or too long */
    public KillSwitch {
        requireReason(reason);
    }

    /**
     * {@return the same text}
     *
     * @throws IllegalArgumentException when it is blank or too long to be a reason
     */
    public static String requireReason(String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("the reason must say who and why, in 1 to " + LONGEST_REASON
                    + " characters, but has " + reason.strip().length());
        }
        return reason;
    }
}
