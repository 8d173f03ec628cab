/** The demonstration bot: a strategy from a plugin jar, on a market, with its record in PostgreSQL. */
@NullMarked
package io.tradetracker.samples.server.bot;

import org.jspecify.annotations.NullMarked;
