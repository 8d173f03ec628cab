/** The candle store in PostgreSQL. */
@NullMarked
package io.tradetracker.postgres.candles;

import org.jspecify.annotations.NullMarked;
