/** Accounts and money. */
@NullMarked
package io.tradetracker.api.account;

import org.jspecify.annotations.NullMarked;
