/** The first class of the jar; compiled for Java 8 so that it can say that a newer Java is needed. */
@NullMarked
package io.tradetracker.samples.cli.launcher;

import org.jspecify.annotations.NullMarked;
