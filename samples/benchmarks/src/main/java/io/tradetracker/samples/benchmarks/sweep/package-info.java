/** Measures sweeps, and how much a second thread gains. */
@NullMarked
package io.tradetracker.samples.benchmarks.sweep;

import org.jspecify.annotations.NullMarked;
