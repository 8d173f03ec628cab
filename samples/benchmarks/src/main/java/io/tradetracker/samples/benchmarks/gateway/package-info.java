/** How long the order gateway takes before a request leaves. */
@NullMarked
package io.tradetracker.samples.benchmarks.gateway;

import org.jspecify.annotations.NullMarked;
