package io.tradetracker.broker.capital.connection;

import org.jspecify.annotations.Nullable;

/**
 * How to log in. Immutable.
 *
 * @param credentials of the key
 * @param account to work on; null for the one a log-in begins with
 * @param encrypted whether the password is encrypted with the service's public key
 * @param streamHost where streams are opened; null for where the log-in says
 */
public record LoginSettings(
        CapitalCredentials credentials,
        @Nullable String account,
        boolean encrypted,
        @Nullable String streamHost) {}
