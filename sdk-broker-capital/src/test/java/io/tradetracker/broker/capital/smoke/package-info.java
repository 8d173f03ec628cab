/** Asks the real service, when somebody wants that and has a key. */
@org.jspecify.annotations.NullMarked
package io.tradetracker.broker.capital.smoke;
