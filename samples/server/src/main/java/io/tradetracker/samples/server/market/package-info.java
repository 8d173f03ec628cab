/** Where the bots trade: recorded prices, or Capital.com and its simulator. */
@NullMarked
package io.tradetracker.samples.server.market;

import org.jspecify.annotations.NullMarked;
