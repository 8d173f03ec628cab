package io.tradetracker.samples.server.board;

import java.time.Instant;

/**
 * Whether a bot runs, and why not. Immutable.
 *
 * @param state STARTING, RUNNING, RECOVERING, STOPPED or FAULTED
 * @param reason one sentence for people; empty while it runs
 * @param since when it changed
 */
public record BotStatus(String state, String reason, Instant since) {}
