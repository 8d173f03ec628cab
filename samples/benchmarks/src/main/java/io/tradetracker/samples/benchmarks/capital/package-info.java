/** How fast the client of Capital.com is. */
@NullMarked
package io.tradetracker.samples.benchmarks.capital;

import org.jspecify.annotations.NullMarked;
