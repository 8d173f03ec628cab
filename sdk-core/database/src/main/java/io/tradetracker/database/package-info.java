/** PostgreSQL as the SDK uses it: a pool, migrations by module, transactions and JSON columns. */
@NullMarked
package io.tradetracker.database;

import org.jspecify.annotations.NullMarked;
