/**
 * Turns annotated strategies into what a host reads: a provider class, the extension index and the descriptor of the
 * plugin. Runs inside the compiler of an author's project; a host never sees it.
 */
@NullMarked
package io.tradetracker.processor;

import org.jspecify.annotations.NullMarked;
