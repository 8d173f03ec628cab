/** Measures candlestick patterns. */
@NullMarked
package io.tradetracker.samples.benchmarks.pattern;

import org.jspecify.annotations.NullMarked;
