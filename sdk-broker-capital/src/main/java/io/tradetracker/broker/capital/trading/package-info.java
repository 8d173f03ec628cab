/** Trading as the SDK's port: what an order is in the service's words, and what it says in ours. */
@NullMarked
package io.tradetracker.broker.capital.trading;

import org.jspecify.annotations.NullMarked;
