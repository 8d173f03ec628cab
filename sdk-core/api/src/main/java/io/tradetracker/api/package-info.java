/** What every artifact of the SDK shares: see the packages below. */
@NullMarked
package io.tradetracker.api;

import org.jspecify.annotations.NullMarked;
