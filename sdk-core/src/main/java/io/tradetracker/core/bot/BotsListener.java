package io.tradetracker.core.bot;

import io.tradetracker.core.lease.Lease;

/** Hears which bots a process runs. Called by any thread; must not block. Every method does nothing by default. */
public interface BotsListener {
    /** This process holds the bot from now on, and has opened it. */
    default void onTaken(BotSnapshot snapshot, Lease lease) {}

    /**
     * This process does not hold the bot any more; it is closed here, and its record is as it was.
     *
     * @param reason a sentence for people
     */
    default void onGivenUp(BotId bot, String reason) {}

    /** A bot could not be opened, or its lease could not be asked for; it is tried again. */
    default void onFailed(BotId bot, Throwable failure) {}

    /** The record of all bots could not be read to look for free ones; it is tried again. */
    default void onRecordFailed(Throwable failure) {}
}
