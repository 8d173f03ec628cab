package io.tradetracker.api.broker;

import io.tradetracker.api.account.AccountSnapshot;
import io.tradetracker.api.order.Fill;
import io.tradetracker.api.order.Order;
import io.tradetracker.api.order.Position;

/** Something that changed on an account. Hosts receive it; a new kind may come in a later version. */
public sealed interface AccountEvent {
    /**
     * An order changed.
     *
     * @param order as it is now
     */
    record OrderChanged(Order order) implements AccountEvent {}

    /**
     * An order was executed, whole or in part.
     *
     * @param fill the execution
     */
    record Filled(Fill fill) implements AccountEvent {}

    /**
     * A position was opened or changed.
     *
     * @param position as it is now
     */
    record PositionChanged(Position position) implements AccountEvent {}

    /**
     * A position is gone.
     *
     * @param position as it was last
     */
    record PositionClosed(Position position) implements AccountEvent {}

    /**
     * Balances changed.
     *
     * @param account as it is now
     */
    record BalanceChanged(AccountSnapshot account) implements AccountEvent {}
}
