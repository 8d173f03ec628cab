/** What the stores in PostgreSQL have in common; nothing outside may use it. */
@NullMarked
package io.tradetracker.postgres.internal;

import org.jspecify.annotations.NullMarked;
