/**
 * Loads strategy plugins: each jar in its own class loader, which shows it the API and nothing else of the host.
 *
 * <p>A bad jar is a {@link io.tradetracker.pluginhost.PluginFailure}, never an exception, and harms no other jar.
 * Plugins are trusted code: the border keeps accidents apart, not attackers.
 */
@NullMarked
package io.tradetracker.pluginhost;

import org.jspecify.annotations.NullMarked;
