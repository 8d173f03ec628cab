/** The stores of core in PostgreSQL. */
@NullMarked
package io.tradetracker.postgres;

import org.jspecify.annotations.NullMarked;
