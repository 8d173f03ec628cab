/** Bots and their record in PostgreSQL. */
@NullMarked
package io.tradetracker.postgres.bot;

import org.jspecify.annotations.NullMarked;
