/** The kits on what is in memory. */
@NullMarked
package io.tradetracker.bottestkit;

import org.jspecify.annotations.NullMarked;
