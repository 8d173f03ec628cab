package io.tradetracker.testkit.broker;

import io.tradetracker.api.broker.BrokerCapability;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.order.OrderAction;
import io.tradetracker.api.order.OrderPrices;
import io.tradetracker.api.order.OrderRequest;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.order.OrderType;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a venue refuses, and why. */
final class VenueRules {
    private VenueRules() {}

    /** {@return what would have to be declared for an action; empty when all that it needs is} */
    static Optional<BrokerCapability> missing(OrderAction action, Set<BrokerCapability> declared) {
        return switch (action) {
            case OrderAction.Submit(OrderRequest request) -> missing(request, declared);
            case OrderAction.Amend amend -> need(declared, BrokerCapability.WORKING_ORDERS);
            case OrderAction.Cancel cancel -> need(declared, BrokerCapability.WORKING_ORDERS);
            case OrderAction.Close close
            when close.quantity() != null -> need(declared, BrokerCapability.PARTIAL_CLOSE);
            case OrderAction.Close close -> Optional.empty();
            case OrderAction.Protect protect -> need(declared, BrokerCapability.BRACKETS);
        };
    }

    private static Optional<BrokerCapability> missing(OrderRequest request, Set<BrokerCapability> declared) {
        boolean waits = !request.type().equals(OrderType.MARKET);
        boolean stopLimit = request.type().equals(OrderType.STOP_LIMIT);
        boolean brackets =
                request.prices().stopLoss() != null || request.prices().takeProfit() != null;
        return Arrays.asList(
                        waits ? BrokerCapability.WORKING_ORDERS : null,
                        stopLimit ? BrokerCapability.STOP_LIMIT_ORDERS : null,
                        brackets ? BrokerCapability.BRACKETS : null,
                        request.reduceOnly() ? BrokerCapability.REDUCE_ONLY : null)
                .stream()
                .filter(each -> each != null && !declared.contains(each))
                .findFirst();
    }

    private static Optional<BrokerCapability> need(Set<BrokerCapability> declared, BrokerCapability capability) {
        return declared.contains(capability) ? Optional.empty() : Optional.of(capability);
    }

    /** {@return why a quantity is refused; empty when it is not} */
    static String quantity(Instrument instrument, BigDecimal quantity) {
        if (quantity.remainder(instrument.rules().quantityStep()).signum() != 0) {
            return "SIZE_INCREMENT";
        }
        if (quantity.compareTo(instrument.rules().minQuantity()) < 0) {
            return "SIZE_BELOW_MINIMUM";
        }
        return quantity.compareTo(instrument.rules().maxQuantity()) > 0 ? "SIZE_ABOVE_MAXIMUM" : "";
    }

    /** {@return why prices are refused; empty when they are not} */
    static String prices(Instrument instrument, OrderPrices prices) {
        for (BigDecimal price :
                Arrays.asList(prices.limitPrice(), prices.stopPrice(), prices.stopLoss(), prices.takeProfit())) {
            if (price != null && price.signum() <= 0) {
                return "PRICE_NOT_ABOVE_ZERO";
            }
            if (price != null
                    && !instrument.rules().takesAnyPrice()
                    && price.remainder(instrument.rules().priceStep()).signum() != 0) {
                return "PRICE_INCREMENT";
            }
        }
        return "";
    }

    /** {@return why protection is refused, of a position that is entered on that side at about that price} */
    static String protection(
            OrderSide side, BigDecimal price, @Nullable BigDecimal stopLoss, @Nullable BigDecimal takeProfit) {
        int sign = side.sign();
        if (stopLoss != null && sign * stopLoss.compareTo(price) >= 0) {
            return "STOP_LOSS_ON_WRONG_SIDE";
        }
        return takeProfit != null && sign * takeProfit.compareTo(price) <= 0 ? "TAKE_PROFIT_ON_WRONG_SIDE" : "";
    }
}
