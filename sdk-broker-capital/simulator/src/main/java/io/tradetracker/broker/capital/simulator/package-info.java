/** A local double of the Capital.com service, for tests and for trying things out. */
@NullMarked
package io.tradetracker.broker.capital.simulator;

import org.jspecify.annotations.NullMarked;
