/** Tests that hold the documentation and the architecture to the code. */
@NullMarked
package io.tradetracker.docs;

import org.jspecify.annotations.NullMarked;
