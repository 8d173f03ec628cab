/**
 * A bot: one configured strategy that runs on a feed, records what came in and what it did, and restarts by replaying
 * its record.
 */
@NullMarked
package io.tradetracker.core.bot;

import org.jspecify.annotations.NullMarked;
