/** Writes results of runs for other programs and for people: JSON, CSV files, and a page. */
@NullMarked
package io.tradetracker.core.export;

import org.jspecify.annotations.NullMarked;
