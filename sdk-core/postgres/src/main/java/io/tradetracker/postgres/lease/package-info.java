/** Leases in PostgreSQL. */
@NullMarked
package io.tradetracker.postgres.lease;

import org.jspecify.annotations.NullMarked;
