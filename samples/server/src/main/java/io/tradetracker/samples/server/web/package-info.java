/** HTTP and WebSocket: the page, the API it uses, and what keeps other sites out. */
@NullMarked
package io.tradetracker.samples.server.web;

import org.jspecify.annotations.NullMarked;
