/** The program {@code tradetracker}: backtests strategies of plugin jars on CSV files. */
@NullMarked
package io.tradetracker.samples.cli;

import org.jspecify.annotations.NullMarked;
