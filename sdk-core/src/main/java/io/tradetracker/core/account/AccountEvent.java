package io.tradetracker.core.account;

import io.tradetracker.api.account.AccountSnapshot;
import io.tradetracker.api.broker.Activity;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.order.Order;
import io.tradetracker.api.order.Position;
import java.util.Optional;

/** Something that changed on an account. Each change comes once. A new kind may come in a later version. */
public sealed interface AccountEvent {
    /** {@return what it is about; empty for the whole account} */
    default Optional<InstrumentId> instrument() {
        return switch (this) {
            case OrderPlaced(Order order) -> Optional.of(order.instrument());
            case OrderChanged(Order before, Order now) -> Optional.of(now.instrument());
            case OrderGone(Order last) -> Optional.of(last.instrument());
            case PositionOpened(Position position) -> Optional.of(position.instrument());
            case PositionChanged(Position before, Position now) -> Optional.of(now.instrument());
            case PositionClosed(Position last) -> Optional.of(last.instrument());
            case ActivityAdded(Activity activity) -> Optional.of(activity.instrument());
            case BalanceChanged balance -> Optional.empty();
        };
    }

    /**
     * An order waits at the broker.
     *
     * @param order as it is now
     */
    record OrderPlaced(Order order) implements AccountEvent {}

    /**
     * A waiting order has other prices, another end or fewer units.
     *
     * @param before as it was
     * @param now as it is now
     */
    record OrderChanged(Order before, Order now) implements AccountEvent {}

    /**
     * An order waits no more: it was executed, taken back or ran out.
     *
     * @param last as it was last
     */
    record OrderGone(Order last) implements AccountEvent {}

    /**
     * A position was opened.
     *
     * @param position as it is now
     */
    record PositionOpened(Position position) implements AccountEvent {}

    /**
     * A position has another size or protection.
     *
     * @param before as it was
     * @param now as it is now
     */
    record PositionChanged(Position before, Position now) implements AccountEvent {}

    /**
     * A position is gone.
     *
     * @param last as it was last
     */
    record PositionClosed(Position last) implements AccountEvent {}

    /**
     * The broker's record got a row.
     *
     * @param activity the row
     */
    record ActivityAdded(Activity activity) implements AccountEvent {}

    /**
     * Balances changed.
     *
     * @param account as it is now
     */
    record BalanceChanged(AccountSnapshot account) implements AccountEvent {}
}
