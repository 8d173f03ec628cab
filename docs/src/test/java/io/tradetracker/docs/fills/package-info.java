/** Draws the pictures of the guide "How fills work". */
@NullMarked
package io.tradetracker.docs.fills;

import org.jspecify.annotations.NullMarked;
