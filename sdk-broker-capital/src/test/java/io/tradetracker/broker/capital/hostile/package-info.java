/** What the client says and does when it is used wrongly, or when the service answers wrongly. */
@org.jspecify.annotations.NullMarked
package io.tradetracker.broker.capital.hostile;
