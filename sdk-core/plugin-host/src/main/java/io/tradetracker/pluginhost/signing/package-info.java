/** Says who made a plugin's jar, and whether this host trusts them with it. */
@NullMarked
package io.tradetracker.pluginhost.signing;

import org.jspecify.annotations.NullMarked;
