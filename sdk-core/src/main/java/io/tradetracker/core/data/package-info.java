/**
 * Market data in files: candles and prints as CSV, read line by line, checked, and written whole or not at all.
 *
 * <p>Both formats are UTF-8 text, plain or gzip (told by content, not by name), a byte order mark and either line
 * ending tolerated, fields separated by commas. The first line names the columns, in any order and case; a column
 * nobody asked for is ignored. Times are all of one kind in a file: ISO-8601 with a zone ({@code 2013-01-02T00:00:00Z},
 * other offsets are converted), an ISO date (midnight UTC), or a whole number since 1970 UTC, which is seconds below
 * 10<sup>11</sup> and milliseconds from there on.
 */
@NullMarked
package io.tradetracker.core.data;

import org.jspecify.annotations.NullMarked;
