/** A plugin with one strategy: an RSI of the own timeframe, with a longer one that says which way. */
@NullMarked
package io.tradetracker.plugins.multitimeframersi;

import org.jspecify.annotations.NullMarked;
