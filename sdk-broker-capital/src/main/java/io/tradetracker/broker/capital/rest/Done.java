package io.tradetracker.broker.capital.rest;

import org.jspecify.annotations.Nullable;

/**
 * Says that something was done.
 *
 * @param status such as {@code SUCCESS}; null when the service does not say
 */
public record Done(@Nullable String status) {}
