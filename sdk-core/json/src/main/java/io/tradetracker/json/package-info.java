/** JSON as the SDK writes and reads it: a strict mapper, and one canonical text for one value. */
@NullMarked
package io.tradetracker.json;

import org.jspecify.annotations.NullMarked;
