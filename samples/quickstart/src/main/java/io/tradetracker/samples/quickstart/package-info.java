/** The first program: a backtest of the shipped S&amp;P 500 data. */
@NullMarked
package io.tradetracker.samples.quickstart;

import org.jspecify.annotations.NullMarked;
