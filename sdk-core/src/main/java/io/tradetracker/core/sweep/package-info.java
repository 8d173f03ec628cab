/** Runs one strategy with many values of its parameters over one series, and says which did well. */
@NullMarked
package io.tradetracker.core.sweep;

import org.jspecify.annotations.NullMarked;
