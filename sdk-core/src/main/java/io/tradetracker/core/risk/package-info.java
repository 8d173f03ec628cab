/**
 * The order rules: limits that every order passes, whoever made it, and the kill switch. They know no engine, no
 * simulation and no broker, so that a backtest, a bot, an order by hand and a broker's gateway use the same classes.
 *
 * <p>{@link io.tradetracker.core.risk.OrderRules} are the limits as data,
 * {@link io.tradetracker.core.risk.AccountWatch} follows an account, {@link io.tradetracker.core.risk.CheckResult} says
 * what each rule saw. What only closes or reduces a position is never refused.
 */
@NullMarked
package io.tradetracker.core.risk;

import org.jspecify.annotations.NullMarked;
