@org.jspecify.annotations.NullMarked
package io.tradetracker.broker.capital.fire;
