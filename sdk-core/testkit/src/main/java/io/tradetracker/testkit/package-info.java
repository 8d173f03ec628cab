/** What tests of the SDK and of its users need: a clock that is moved by hand and markets made from a seed. */
@NullMarked
package io.tradetracker.testkit;

import org.jspecify.annotations.NullMarked;
