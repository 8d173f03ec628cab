/** The way to the service: log-in and session, the budget of requests, one exchange over HTTP, and what can fail. */
@NullMarked
package io.tradetracker.broker.capital.connection;

import org.jspecify.annotations.NullMarked;
