/** Trading and prices at Capital.com. */
@NullMarked
package io.tradetracker.broker.capital;

import org.jspecify.annotations.NullMarked;
