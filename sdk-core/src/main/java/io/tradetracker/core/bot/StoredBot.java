package io.tradetracker.core.bot;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.core.CoreError;

/**
 * A bot as its record knows it. Immutable.
 *
 * @param configuration what it is made from
 * @param state whether it should work
 * @param reason why it is in that state, a sentence for people; may be empty
 * @param beginsAfter the last entry on record before this version of its configuration was in force
 */
public record StoredBot(BotConfiguration configuration, BotState state, String reason, long beginsAfter) {
    /** A bot whose configuration was never changed. */
    public StoredBot(BotConfiguration configuration, BotState state, String reason) {
        this(configuration, state, reason, 0);
    }

    /** {@return its name} */
    public BotId id() {
        return configuration.id();
    }

    /**
     * Checks that a configuration may take the place of this one.
     *
     * @throws TradeTrackerException BAD_CONFIGURATION when it may not
     */
    public void requireCanBecome(BotConfiguration next) {
        if (state != BotState.STOPPED) {
            throw bad("it is " + state + "; stop it first");
        }
        if (next.version() != configuration.version() + 1) {
            throw bad("version " + next.version() + " does not follow version " + configuration.version()
                    + "; make it from the one on record with changed()");
        }
    }

    private TradeTrackerException bad(String why) {
        return new TradeTrackerException(
                CoreError.BAD_CONFIGURATION, "the configuration of bot " + id() + " cannot change: " + why);
    }
}
