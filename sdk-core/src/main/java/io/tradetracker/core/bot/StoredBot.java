package io.tradetracker.core.bot;

/**
 * A bot as its record knows it. Immutable.
 *
 * @param configuration what it is made from
 * @param state whether it should work
 * @param reason why it is in that state, a sentence for people; may be empty
 */
public record StoredBot(BotConfiguration configuration, BotState state, String reason) {}
