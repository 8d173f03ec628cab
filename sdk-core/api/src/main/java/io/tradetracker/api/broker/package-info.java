/**
 * The ports a broker module implements: trading, market data, and the queries by which an unknown outcome is settled.
 */
@NullMarked
package io.tradetracker.api.broker;

import org.jspecify.annotations.NullMarked;
