/** Where the program starts, in any Java. */
@NullMarked
package io.tradetracker.broker.capital.simulator.launcher;

import org.jspecify.annotations.NullMarked;
