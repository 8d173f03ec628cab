package io.tradetracker.broker.capital.trading;

import io.tradetracker.api.account.AccountId;
import io.tradetracker.api.account.AccountSnapshot;
import io.tradetracker.api.account.CurrencyCode;
import io.tradetracker.api.account.Money;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.order.BrokerOrderId;
import io.tradetracker.api.order.BrokerPositionId;
import io.tradetracker.api.order.Order;
import io.tradetracker.api.order.OrderPrices;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.order.OrderType;
import io.tradetracker.api.order.Position;
import io.tradetracker.api.order.PositionSide;
import io.tradetracker.broker.capital.connection.CapitalError;
import io.tradetracker.broker.capital.connection.CapitalException;
import io.tradetracker.broker.capital.rest.Accounts;
import io.tradetracker.broker.capital.rest.Positions;
import io.tradetracker.broker.capital.rest.WorkingOrders;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The service's accounts, positions and orders in our words. */
final class VenueWords {
    private VenueWords() {}

    static AccountSnapshot account(Accounts.Account said, Instant time) {
        CurrencyCode currency = CurrencyCode.of(said.currency());
        Accounts.Balance money = said.balance();
        return new AccountSnapshot(
                AccountId.of(said.accountId()),
                time,
                new Money(money.deposit(), currency),
                new Money(money.deposit().add(money.profitLoss()), currency),
                new Money(money.balance().subtract(money.available()).max(BigDecimal.ZERO), currency),
                new Money(money.available(), currency));
    }

    static Position position(Positions.Row row) {
        Positions.Held said = row.position();
        String order = said.workingOrderId();
        return new Position(
                BrokerPositionId.of(said.dealId()),
                null,
                order == null || order.isBlank() ? null : BrokerOrderId.of(order),
                InstrumentId.of(row.market().epic()),
                side(said.direction()) == OrderSide.BUY ? PositionSide.LONG : PositionSide.SHORT,
                said.size(),
                said.level(),
                said.createdAt(),
                said.stopLevel(),
                said.profitLevel());
    }

    static Order order(WorkingOrders.Row row) {
        WorkingOrders.Waiting said = row.order();
        OrderSide side = side(said.direction());
        BigDecimal price = said.orderLevel();
        boolean limit = said.orderType().equals("LIMIT");
        OrderPrices prices = limit ? OrderPrices.NONE.withLimitPrice(price) : OrderPrices.NONE.withStopPrice(price);
        return new Order(
                BrokerOrderId.of(said.dealId()),
                null,
                InstrumentId.of(said.epic()),
                side,
                limit ? OrderType.LIMIT : new OrderType(said.orderType()),
                said.orderSize(),
                prices.withProtection(
                        away(price, said.stopDistance(), -side.sign()),
                        away(price, said.profitDistance(), side.sign())),
                said.goodTill(),
                said.createdAt());
    }

    /** A stop is on the losing side and a target on the winning one, whatever sign the service gives the distance. */
    private static @Nullable BigDecimal away(BigDecimal price, @Nullable BigDecimal distance, int sign) {
        return distance == null ? null : price.add(distance.abs().multiply(BigDecimal.valueOf(sign)));
    }

    static OrderSide side(String direction) {
        return switch (direction) {
            case "BUY" -> OrderSide.BUY;
            case "SELL" -> OrderSide.SELL;
            default ->
                throw new CapitalException(
                        CapitalError.BAD_ANSWER,
                        "The service says '" + direction + "' where BUY or SELL was expected.");
        };
    }
}
