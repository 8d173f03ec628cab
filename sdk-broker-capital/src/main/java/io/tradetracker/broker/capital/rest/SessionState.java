package io.tradetracker.broker.capital.rest;

/**
 * The session as the service sees it.
 *
 * @param clientId of the user
 * @param accountId the active account
 * @param timezoneOffset whole hours that the account's local time is ahead of UTC
 * @param locale of the user
 * @param currency of the account
 * @param streamEndpoint where streams are opened, without the path
 */
public record SessionState(
        String clientId, String accountId, int timezoneOffset, String locale, String currency, String streamEndpoint) {}
