/** The ta4j bridge. */
@NullMarked
package io.tradetracker.ta4j;

import org.jspecify.annotations.NullMarked;
