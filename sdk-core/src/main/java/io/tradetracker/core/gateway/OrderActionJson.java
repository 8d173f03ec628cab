package io.tradetracker.core.gateway;

import io.tradetracker.api.broker.BrokerReference;
import io.tradetracker.api.broker.SubmitOutcome;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.order.BrokerOrderId;
import io.tradetracker.api.order.BrokerPositionId;
import io.tradetracker.api.order.ClientOrderId;
import io.tradetracker.api.order.OrderAction;
import io.tradetracker.api.order.OrderPrices;
import io.tradetracker.api.order.OrderRequest;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.order.OrderType;
import io.tradetracker.api.order.TimeInForce;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a broker is asked to do and what it answers, as JSON objects that read back equal. */
final class OrderActionJson {
    private OrderActionJson() {}

    static JsonFields write(OrderAction action) {
        JsonFields fields = JsonFields.empty();
        return switch (action) {
            case OrderAction.Submit(OrderRequest request) ->
                fields.put("do", "submit").put("request", write(request));
            case OrderAction.Amend(BrokerOrderId order, OrderPrices prices, @Nullable Instant expiresAt) ->
                fields.put("do", "amend")
                        .put("order", order)
                        .put("prices", write(prices))
                        .put("expiresAt", expiresAt);
            case OrderAction.Cancel(BrokerOrderId order) ->
                fields.put("do", "cancel").put("order", order);
            case OrderAction.Close(BrokerPositionId position, @Nullable BigDecimal quantity) ->
                fields.put("do", "close").put("position", position).put("quantity", quantity);
            case OrderAction.Protect(
                    BrokerPositionId position,
                    @Nullable BigDecimal stopLoss,
                    @Nullable BigDecimal takeProfit) ->
                fields.put("do", "protect")
                        .put("position", position)
                        .put("stopLoss", stopLoss)
                        .put("takeProfit", takeProfit);
        };
    }

    static OrderAction readAction(JsonFields fields) {
        String action = fields.text("do");
        return switch (action) {
            case "submit" -> new OrderAction.Submit(fields.object("request", OrderActionJson::readRequest));
            case "amend" ->
                new OrderAction.Amend(
                        BrokerOrderId.of(fields.text("order")),
                        fields.object("prices", OrderActionJson::readPrices),
                        fields.optional("expiresAt", Instant::parse));
            case "cancel" -> new OrderAction.Cancel(BrokerOrderId.of(fields.text("order")));
            case "close" ->
                new OrderAction.Close(
                        BrokerPositionId.of(fields.text("position")), fields.optional("quantity", BigDecimal::new));
            case "protect" ->
                new OrderAction.Protect(
                        BrokerPositionId.of(fields.text("position")),
                        fields.optional("stopLoss", BigDecimal::new),
                        fields.optional("takeProfit", BigDecimal::new));
            default -> throw new IllegalArgumentException("action '" + action + "' is not known");
        };
    }

    private static JsonFields write(OrderRequest request) {
        return JsonFields.empty()
                .put("clientOrderId", request.clientOrderId())
                .put("instrument", request.instrument())
                .put("side", request.side().name())
                .put("type", request.type().name())
                .put("quantity", request.quantity())
                .put("timeInForce", request.timeInForce().name())
                .put("expiresAt", request.expiresAt())
                .put("prices", write(request.prices()))
                .put("reduceOnly", request.reduceOnly());
    }

    private static OrderRequest readRequest(JsonFields fields) {
        return new OrderRequest(
                ClientOrderId.of(fields.text("clientOrderId")),
                InstrumentId.of(fields.text("instrument")),
                fields.word("side", OrderSide.class),
                new OrderType(fields.text("type")),
                fields.decimal("quantity"),
                new TimeInForce(fields.text("timeInForce")),
                fields.optional("expiresAt", Instant::parse),
                fields.object("prices", OrderActionJson::readPrices),
                fields.flag("reduceOnly"));
    }

    static JsonFields write(OrderPrices prices) {
        return JsonFields.empty()
                .put("limit", prices.limitPrice())
                .put("stop", prices.stopPrice())
                .put("stopLoss", prices.stopLoss())
                .put("takeProfit", prices.takeProfit());
    }

    static OrderPrices readPrices(JsonFields fields) {
        return new OrderPrices(
                fields.optional("limit", BigDecimal::new),
                fields.optional("stop", BigDecimal::new),
                fields.optional("stopLoss", BigDecimal::new),
                fields.optional("takeProfit", BigDecimal::new));
    }

    static JsonFields write(SubmitOutcome outcome) {
        JsonFields fields = JsonFields.empty();
        return switch (outcome) {
            case SubmitOutcome.Accepted(BrokerReference reference) ->
                fields.put("outcome", "accepted").put("reference", reference);
            case SubmitOutcome.Refused(String code, String message) ->
                fields.put("outcome", "refused").put("code", code).put("message", message);
            case SubmitOutcome.Unknown(String reason, @Nullable BrokerReference reference) ->
                fields.put("outcome", "unknown").put("reason", reason).put("reference", reference);
        };
    }

    static SubmitOutcome readOutcome(JsonFields fields) {
        String outcome = fields.text("outcome");
        return switch (outcome) {
            case "accepted" -> new SubmitOutcome.Accepted(BrokerReference.of(fields.text("reference")));
            case "refused" -> new SubmitOutcome.Refused(fields.text("code"), fields.text("message"));
            case "unknown" ->
                new SubmitOutcome.Unknown(fields.text("reason"), fields.optional("reference", BrokerReference::of));
            default -> throw new IllegalArgumentException("outcome '" + outcome + "' is not known");
        };
    }
}
