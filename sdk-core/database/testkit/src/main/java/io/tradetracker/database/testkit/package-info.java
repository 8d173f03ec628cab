/** A real PostgreSQL for tests. */
@NullMarked
package io.tradetracker.database.testkit;

import org.jspecify.annotations.NullMarked;
