package io.tradetracker.core.bot;

import java.time.Instant;

/**
 * A configuration that a bot has or had. Immutable.
 *
 * @param configuration what the bot is made from under this version
 * @param beginsAfter the last entry on record before this version was in force; 0 for the first
 * @param changedBy who made it, in the words of the host; may be empty
 * @param changedAt when it was put on record by the store's clock, UTC
 */
public record ConfigurationVersion(
        BotConfiguration configuration, long beginsAfter, String changedBy, Instant changedAt) {}
