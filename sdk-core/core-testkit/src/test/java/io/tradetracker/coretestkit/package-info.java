/** The kits on what is in memory. */
@NullMarked
package io.tradetracker.coretestkit;

import org.jspecify.annotations.NullMarked;
