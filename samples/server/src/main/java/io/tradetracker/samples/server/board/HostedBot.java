package io.tradetracker.samples.server.board;

/**
 * A bot that this server runs.
 *
 * @param board what people see of it
 * @param control what people can do to it
 */
public record HostedBot(BotBoard board, BotControl control) {}
