/** The round trips of other engines, made again by ours. */
@NullMarked
package io.tradetracker.samples.benchmarks.reproduction;

import org.jspecify.annotations.NullMarked;
