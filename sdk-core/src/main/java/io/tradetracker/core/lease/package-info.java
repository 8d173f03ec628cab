/** Says which process may do something that only one may do at a time. */
@NullMarked
package io.tradetracker.core.lease;

import org.jspecify.annotations.NullMarked;
