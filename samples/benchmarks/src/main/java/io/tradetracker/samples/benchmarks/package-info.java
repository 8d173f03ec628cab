/**
 * Measures the engine against ta4j and against a hand-written loop. Every lane makes the same round trips, or nothing
 * is measured.
 */
@NullMarked
package io.tradetracker.samples.benchmarks;

import org.jspecify.annotations.NullMarked;
