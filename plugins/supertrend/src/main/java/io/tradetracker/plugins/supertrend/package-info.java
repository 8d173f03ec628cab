/** A plugin with one strategy: following the supertrend line, with the line as its stop. */
@NullMarked
package io.tradetracker.plugins.supertrend;

import org.jspecify.annotations.NullMarked;
