package io.tradetracker.core.gateway;

import io.tradetracker.core.account.AccountEvent;

/**
 * Something seen on the account that is not on record yet: an open intent may have caused it.
 *
 * @param event what was seen
 * @param after the last fact on record when it was seen
 */
record Held(AccountEvent event, long after) {}
