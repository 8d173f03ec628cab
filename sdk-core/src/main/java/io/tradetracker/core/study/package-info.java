/** Measures whether what follows a pattern is more than chance, over any candles. */
@NullMarked
package io.tradetracker.core.study;

import org.jspecify.annotations.NullMarked;
