/** A plugin with one strategy: the return of the relative strength index from an extreme. */
@NullMarked
package io.tradetracker.plugins.rsireversion;

import org.jspecify.annotations.NullMarked;
