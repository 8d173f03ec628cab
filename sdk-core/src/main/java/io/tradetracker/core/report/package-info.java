/** Figures of a run: round trips, equity, return, risk and costs. */
@NullMarked
package io.tradetracker.core.report;

import org.jspecify.annotations.NullMarked;
