/** What every store of bots and every source of leases must do, as tests to extend. */
@NullMarked
package io.tradetracker.bottestkit;

import org.jspecify.annotations.NullMarked;
