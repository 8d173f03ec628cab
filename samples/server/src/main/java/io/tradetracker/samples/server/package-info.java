/** A small server: paper bots on recorded prices, their state in PostgreSQL, and one page that shows what they do. */
@NullMarked
package io.tradetracker.samples.server;

import org.jspecify.annotations.NullMarked;
