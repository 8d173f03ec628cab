package io.tradetracker.core.gateway;

import io.tradetracker.api.account.AccountSnapshot;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.order.Order;
import io.tradetracker.api.order.Position;
import io.tradetracker.core.risk.KillSwitch;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway knows at one moment. Immutable.
 *
 * @param account which account
 * @param state what the gateway does
 * @param reason why it does not trade, a sentence for people; empty when it does
 * @param epoch which holder of the account this is; zero when it is not held
 * @param balances as they were last read; null before that
 * @param orders that wait, with their owners
 * @param positions that are open, with their owners
 * @param unsettled intents of which it is not known for good what became of them, oldest first
 * @param assigned which bot is the only one to trade which instrument
 * @param killSwitch the switch that somebody pulled; null when entries are free
 */
public record GatewaySnapshot(
        TradingAccount account,
        GatewayState state,
        String reason,
        long epoch,
        @Nullable AccountSnapshot balances,
        List<OwnedOrder> orders,
        List<OwnedPosition> positions,
        List<IntentReport> unsettled,
        Map<InstrumentId, OrderOwner> assigned,
        @Nullable KillSwitch killSwitch) {
    /** Copies the collections. */
    public GatewaySnapshot {
        orders = List.copyOf(orders);
        positions = List.copyOf(positions);
        unsettled = List.copyOf(unsettled);
        assigned = Map.copyOf(assigned);
    }

    /**
     * A waiting order.
     *
     * @param order as the broker reports it
     * @param owner who wanted it; null when it was made outside
     */
    public record OwnedOrder(Order order, @Nullable OrderOwner owner) {}

    /**
     * An open position.
     *
     * @param position as the broker reports it
     * @param owner who wanted it; null when it was made outside
     */
    public record OwnedPosition(Position position, @Nullable OrderOwner owner) {}
}
