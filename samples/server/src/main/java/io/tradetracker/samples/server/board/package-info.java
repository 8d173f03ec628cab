/** What people see of a bot: its present state, and the events that change it, in one numbered order. */
@NullMarked
package io.tradetracker.samples.server.board;

import org.jspecify.annotations.NullMarked;
