/** One socket for all prices: subscribed, kept alive, watched, and made anew when it fails. */
@NullMarked
package io.tradetracker.broker.capital.stream;

import org.jspecify.annotations.NullMarked;
