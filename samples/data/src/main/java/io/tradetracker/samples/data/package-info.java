/** Real market data for examples and tests, on the class path. Where it comes from: {@code META-INF/NOTICE.md}. */
@NullMarked
package io.tradetracker.samples.data;

import org.jspecify.annotations.NullMarked;
