/** Orders and what becomes of them, in exact numbers: request, order, fill, position. */
@NullMarked
package io.tradetracker.api.order;

import org.jspecify.annotations.NullMarked;
