/** Paper trading as a broker: the simulated account behind the port of real ones, fed with live prices. */
@NullMarked
package io.tradetracker.core.paper;

import org.jspecify.annotations.NullMarked;
