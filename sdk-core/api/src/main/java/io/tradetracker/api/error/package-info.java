/** Failures as data: whose fault, which code, whether to try again. */
@NullMarked
package io.tradetracker.api.error;

import org.jspecify.annotations.NullMarked;
