/** Instruments, candles and quotes as the SDK's port. */
@NullMarked
package io.tradetracker.broker.capital.market;

import org.jspecify.annotations.NullMarked;
