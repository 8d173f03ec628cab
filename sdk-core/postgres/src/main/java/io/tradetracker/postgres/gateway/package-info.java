/** The record of order gateways in PostgreSQL. */
@NullMarked
package io.tradetracker.postgres.gateway;

import org.jspecify.annotations.NullMarked;
