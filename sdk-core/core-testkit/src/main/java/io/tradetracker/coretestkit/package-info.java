/** What implementations of the ports of core must do, as tests to extend. */
@NullMarked
package io.tradetracker.coretestkit;

import org.jspecify.annotations.NullMarked;
