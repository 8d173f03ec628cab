/** A plugin with one strategy: a pair of orders around the Bollinger bands, of which one cancels the other. */
@NullMarked
package io.tradetracker.plugins.bollingeroco;

import org.jspecify.annotations.NullMarked;
