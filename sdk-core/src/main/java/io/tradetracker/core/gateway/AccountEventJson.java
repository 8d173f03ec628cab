package io.tradetracker.core.gateway;

import io.tradetracker.api.account.AccountId;
import io.tradetracker.api.account.AccountSnapshot;
import io.tradetracker.api.account.CurrencyCode;
import io.tradetracker.api.account.Money;
import io.tradetracker.api.broker.Activity;
import io.tradetracker.api.broker.ActivityKind;
import io.tradetracker.api.broker.ActivitySource;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.order.BrokerOrderId;
import io.tradetracker.api.order.BrokerPositionId;
import io.tradetracker.api.order.ClientOrderId;
import io.tradetracker.api.order.Order;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.order.OrderType;
import io.tradetracker.api.order.Position;
import io.tradetracker.api.order.PositionSide;
import io.tradetracker.core.account.AccountEvent;
import java.math.BigDecimal;
import java.time.Instant;

/** What changed on an account, as JSON objects that read back equal. */
final class AccountEventJson {
    private AccountEventJson() {}

    static JsonFields write(AccountEvent event) {
        JsonFields fields = JsonFields.empty();
        return switch (event) {
            case AccountEvent.OrderPlaced(Order order) ->
                fields.put("event", "order-placed").put("order", write(order));
            case AccountEvent.OrderChanged(Order before, Order now) ->
                fields.put("event", "order-changed")
                        .put("before", write(before))
                        .put("now", write(now));
            case AccountEvent.OrderGone(Order last) ->
                fields.put("event", "order-gone").put("order", write(last));
            case AccountEvent.PositionOpened(Position position) ->
                fields.put("event", "position-opened").put("position", write(position));
            case AccountEvent.PositionChanged(Position before, Position now) ->
                fields.put("event", "position-changed")
                        .put("before", write(before))
                        .put("now", write(now));
            case AccountEvent.PositionClosed(Position last) ->
                fields.put("event", "position-closed").put("position", write(last));
            case AccountEvent.ActivityAdded(Activity activity) ->
                fields.put("event", "activity-added").put("activity", write(activity));
            case AccountEvent.BalanceChanged(AccountSnapshot account) ->
                fields.put("event", "balance-changed").put("account", write(account));
        };
    }

    static AccountEvent read(JsonFields fields) {
        String event = fields.text("event");
        return switch (event) {
            case "order-placed" -> new AccountEvent.OrderPlaced(order(fields, "order"));
            case "order-changed" -> new AccountEvent.OrderChanged(order(fields, "before"), order(fields, "now"));
            case "order-gone" -> new AccountEvent.OrderGone(order(fields, "order"));
            case "position-opened" -> new AccountEvent.PositionOpened(position(fields, "position"));
            case "position-changed" ->
                new AccountEvent.PositionChanged(position(fields, "before"), position(fields, "now"));
            case "position-closed" -> new AccountEvent.PositionClosed(position(fields, "position"));
            case "activity-added" ->
                new AccountEvent.ActivityAdded(fields.object("activity", AccountEventJson::readActivity));
            case "balance-changed" ->
                new AccountEvent.BalanceChanged(fields.object("account", AccountEventJson::readSnapshot));
            default -> throw new IllegalArgumentException("event '" + event + "' is not known");
        };
    }

    private static JsonFields write(Order order) {
        return JsonFields.empty()
                .put("id", order.id())
                .put("clientOrderId", order.clientOrderId())
                .put("instrument", order.instrument())
                .put("side", order.side().name())
                .put("type", order.type().name())
                .put("quantity", order.quantity())
                .put("prices", OrderActionJson.write(order.prices()))
                .put("expiresAt", order.expiresAt())
                .put("createdAt", order.createdAt());
    }

    private static Order order(JsonFields parent, String name) {
        return parent.object(
                name,
                fields -> new Order(
                        BrokerOrderId.of(fields.text("id")),
                        fields.optional("clientOrderId", ClientOrderId::of),
                        InstrumentId.of(fields.text("instrument")),
                        fields.word("side", OrderSide.class),
                        new OrderType(fields.text("type")),
                        fields.decimal("quantity"),
                        fields.object("prices", OrderActionJson::readPrices),
                        fields.optional("expiresAt", Instant::parse),
                        fields.time("createdAt")));
    }

    private static JsonFields write(Position position) {
        return JsonFields.empty()
                .put("id", position.id())
                .put("clientOrderId", position.clientOrderId())
                .put("order", position.order())
                .put("instrument", position.instrument())
                .put("side", position.side().name())
                .put("quantity", position.quantity())
                .put("averagePrice", position.averagePrice())
                .put("openedAt", position.openedAt())
                .put("stopLoss", position.stopLoss())
                .put("takeProfit", position.takeProfit());
    }

    private static Position position(JsonFields parent, String name) {
        return parent.object(
                name,
                fields -> new Position(
                        BrokerPositionId.of(fields.text("id")),
                        fields.optional("clientOrderId", ClientOrderId::of),
                        fields.optional("order", BrokerOrderId::of),
                        InstrumentId.of(fields.text("instrument")),
                        fields.word("side", PositionSide.class),
                        fields.decimal("quantity"),
                        fields.decimal("averagePrice"),
                        fields.time("openedAt"),
                        fields.optional("stopLoss", BigDecimal::new),
                        fields.optional("takeProfit", BigDecimal::new)));
    }

    private static JsonFields write(Activity activity) {
        OrderSide side = activity.side();
        return JsonFields.empty()
                .put("id", activity.id())
                .put("time", activity.time())
                .put("kind", activity.kind().name())
                .put("source", activity.source().name())
                .put("instrument", activity.instrument())
                .put("side", side == null ? null : side.name())
                .put("quantity", activity.quantity())
                .put("price", activity.price())
                .put("position", activity.position())
                .put("order", activity.order())
                .put("clientOrderId", activity.clientOrderId());
    }

    private static Activity readActivity(JsonFields fields) {
        return new Activity(
                fields.text("id"),
                fields.time("time"),
                new ActivityKind(fields.text("kind")),
                new ActivitySource(fields.text("source")),
                InstrumentId.of(fields.text("instrument")),
                fields.optional("side", OrderSide::valueOf),
                fields.optional("quantity", BigDecimal::new),
                fields.optional("price", BigDecimal::new),
                fields.optional("position", BrokerPositionId::of),
                fields.optional("order", BrokerOrderId::of),
                fields.optional("clientOrderId", ClientOrderId::of));
    }

    private static JsonFields write(AccountSnapshot account) {
        return JsonFields.empty()
                .put("id", account.id())
                .put("time", account.time())
                .put("balance", write(account.balance()))
                .put("equity", write(account.equity()))
                .put("marginUsed", write(account.marginUsed()))
                .put("available", write(account.available()));
    }

    private static AccountSnapshot readSnapshot(JsonFields fields) {
        return new AccountSnapshot(
                AccountId.of(fields.text("id")),
                fields.time("time"),
                fields.object("balance", AccountEventJson::readMoney),
                fields.object("equity", AccountEventJson::readMoney),
                fields.object("marginUsed", AccountEventJson::readMoney),
                fields.object("available", AccountEventJson::readMoney));
    }

    private static JsonFields write(Money money) {
        return JsonFields.empty().put("amount", money.amount()).put("currency", money.currency());
    }

    private static Money readMoney(JsonFields fields) {
        return new Money(fields.decimal("amount"), CurrencyCode.of(fields.text("currency")));
    }
}
