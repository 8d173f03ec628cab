/** A plugin with one strategy: the breakout from a price channel, protected by average true ranges. */
@NullMarked
package io.tradetracker.plugins.breakoutatr;

import org.jspecify.annotations.NullMarked;
