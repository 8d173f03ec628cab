package io.tradetracker.core.bot;

/** Hears of a bot, in the bot's own thread, after the change is on record. Every method does nothing by default. */
public interface BotListener {
    /** Something came in and was handled. */
    default void onEntry(JournalEntry entry, BotSnapshot snapshot) {}

    /** The bot's state changed. */
    default void onState(BotSnapshot snapshot) {}

    /** A print came after what it belongs to was decided; nothing changed. */
    default void onLate(LatePrint late) {}
}
