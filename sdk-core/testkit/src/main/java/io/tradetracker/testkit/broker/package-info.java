/** A venue for tests, with the truth in hand, and brokers that do what real ones do at their worst. */
@NullMarked
package io.tradetracker.testkit.broker;

import org.jspecify.annotations.NullMarked;
