/** A plugin with one strategy: the cross of two simple moving averages. */
@NullMarked
package io.tradetracker.plugins.smacross;

import org.jspecify.annotations.NullMarked;
