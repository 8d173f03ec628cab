package io.tradetracker.broker.capital.simulator;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an account truly is.
 *
 * @param accountId its id
 * @param cash what is on it
 * @param equity cash and what all positions would earn if they were closed now
 * @param positions open positions, oldest first
 * @param orders waiting orders, oldest first
 */
public record AccountRecord(
        String accountId, BigDecimal cash, BigDecimal equity, List<OpenPosition> positions, List<WaitingOrder> orders) {

    /**
     * An open position.
     *
     * @param dealId its name
     * @param orderId order that opened it
     * @param epic market
     * @param direction BUY is long
     * @param size units
     * @param level price it was opened at
     * @param stop stop level, or null
     * @param profit profit level, or null
     */
    public record OpenPosition(
            String dealId,
            String orderId,
            String epic,
            Direction direction,
            BigDecimal size,
            BigDecimal level,
            @Nullable BigDecimal stop,
            @Nullable BigDecimal profit) {}

    /**
     * A waiting order.
     *
     * @param dealId its name
     * @param epic market
     * @param direction BUY or SELL
     * @param type LIMIT or STOP
     * @param size units
     * @param level price it waits for
     */
    public record WaitingOrder(
            String dealId, String epic, Direction direction, String type, BigDecimal size, BigDecimal level) {}

    static AccountRecord of(Account account) {
        return new AccountRecord(
                account.id(),
                account.cash(),
                account.equity(),
                account.positions().values().stream()
                        .map(AccountRecord::position)
                        .toList(),
                account.orders().values().stream().map(AccountRecord::order).toList());
    }

    private static OpenPosition position(Position position) {
        return new OpenPosition(
                position.dealId(),
                position.orderId(),
                position.market().epic(),
                position.direction(),
                position.size(),
                position.level(),
                position.protection().stop(),
                position.protection().profit());
    }

    private static WaitingOrder order(WorkingOrder order) {
        return new WaitingOrder(
                order.dealId(),
                order.market().epic(),
                order.direction(),
                order.type().name(),
                order.size(),
                order.terms().level());
    }
}
