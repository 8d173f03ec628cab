/** What is on an account at a broker, and what changes there: made from any broker's answers, each change once. */
@NullMarked
package io.tradetracker.core.account;

import org.jspecify.annotations.NullMarked;
