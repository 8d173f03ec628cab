package io.tradetracker.broker.capital.trading;

import io.tradetracker.api.market.InstrumentRules;
import io.tradetracker.api.order.OrderPrices;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Finds what the service would refuse for certain, so that it is not sent. */
final class OrderCheck {
    private OrderCheck() {}

    /** {@return what is wrong with a size; null when nothing is} */
    static @Nullable String size(BigDecimal size, InstrumentRules rules) {
        if (size.compareTo(rules.minQuantity()) < 0) {
            return "size " + size.toPlainString() + " is below the smallest, " + plain(rules.minQuantity());
        }
        if (size.compareTo(rules.maxQuantity()) > 0) {
            return "size " + size.toPlainString() + " is above the largest, " + plain(rules.maxQuantity());
        }
        return isMultiple(size, rules.quantityStep())
                ? null
                : "size " + size.toPlainString() + " is no multiple of " + plain(rules.quantityStep())
                        + ": round it with the instrument's rules";
    }

    /** {@return what is wrong with a price; null when nothing is} */
    static @Nullable String prices(OrderPrices prices, InstrumentRules rules) {
        String fault = price("limit price", prices.limitPrice(), rules);
        fault = fault == null ? price("stop price", prices.stopPrice(), rules) : fault;
        fault = fault == null ? price("stop loss", prices.stopLoss(), rules) : fault;
        return fault == null ? price("take profit", prices.takeProfit(), rules) : fault;
    }

    private static @Nullable String price(String what, @Nullable BigDecimal price, InstrumentRules rules) {
        if (price == null || (price.signum() > 0 && isMultiple(price, rules.priceStep()))) {
            return null;
        }
        return what + " " + price.toPlainString()
                + (price.signum() > 0
                        ? " is no multiple of " + plain(rules.priceStep()) + ": round it with the instrument's rules"
                        : " must be above zero");
    }

    private static boolean isMultiple(BigDecimal number, BigDecimal step) {
        return step.signum() == 0 || number.remainder(step).signum() == 0;
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
