/** PostgreSQL inside a data folder, for a server that nobody wants to set up a database for. */
@NullMarked
package io.tradetracker.samples.server.database;

import org.jspecify.annotations.NullMarked;
