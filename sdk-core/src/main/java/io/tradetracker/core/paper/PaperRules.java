package io.tradetracker.core.paper;

import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentRules;
import io.tradetracker.api.order.OrderPrices;
import io.tradetracker.api.order.OrderRequest;
import io.tradetracker.api.order.OrderType;
import io.tradetracker.api.order.TimeInForce;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a paper account refuses before its simulation is asked, since a simulation rounds what a venue refuses. */
final class PaperRules {
    private static final Set<OrderType> TYPES =
            Set.of(OrderType.MARKET, OrderType.LIMIT, OrderType.STOP, OrderType.STOP_LIMIT);

    private PaperRules() {}

    /** {@return why an order cannot be taken; empty when it can} */
    static Optional<Refusal> order(Instrument instrument, OrderRequest request, Instant now) {
        boolean market = request.type().equals(OrderType.MARKET);
        boolean waits = request.timeInForce().equals(TimeInForce.GTC)
                || request.timeInForce().equals(TimeInForce.GTD);
        boolean atOnce = request.timeInForce().equals(TimeInForce.IOC)
                || request.timeInForce().equals(TimeInForce.FOK);
        if (!TYPES.contains(request.type())) {
            return Refusal.of("ORDER_TYPE", request.type() + " is not MARKET, LIMIT, STOP or STOP_LIMIT");
        }
        if (!waits && !(market && atOnce)) {
            return Refusal.of("TIME_IN_FORCE", request.timeInForce() + " is not GTC or GTD");
        }
        return quantity(instrument, request.quantity())
                .or(() -> prices(instrument, request.prices()))
                .or(() -> end(request.expiresAt(), now));
    }

    static Optional<Refusal> quantity(Instrument instrument, BigDecimal quantity) {
        InstrumentRules rules = instrument.rules();
        if (isOff(quantity, rules.quantityStep())) {
            return Refusal.of(
                    "QUANTITY_STEP",
                    text(quantity) + " units are no whole number of steps of " + text(rules.quantityStep()));
        }
        if (quantity.compareTo(rules.minQuantity()) < 0 || quantity.compareTo(rules.maxQuantity()) > 0) {
            return Refusal.of(
                    "QUANTITY_LIMIT",
                    text(quantity) + " units are not within " + text(rules.minQuantity()) + " and "
                            + text(rules.maxQuantity()));
        }
        return Optional.empty();
    }

    static Optional<Refusal> prices(Instrument instrument, OrderPrices prices) {
        BigDecimal step = instrument.rules().priceStep();
        Stream<@Nullable BigDecimal> all =
                Arrays.asList(prices.limitPrice(), prices.stopPrice(), prices.stopLoss(), prices.takeProfit()).stream();
        return all.filter(Objects::nonNull)
                .filter(price -> !instrument.rules().takesAnyPrice() && isOff(Objects.requireNonNull(price), step))
                .findFirst()
                .flatMap(price -> Refusal.of("PRICE_STEP", price + " is no whole number of steps of " + text(step)));
    }

    static Optional<Refusal> end(@Nullable Instant end, Instant now) {
        return end == null || end.isAfter(now)
                ? Optional.empty()
                : Refusal.of("EXPIRY", "the order would end at " + end + ", but it is " + now);
    }

    private static boolean isOff(BigDecimal number, BigDecimal step) {
        return number.remainder(step).signum() != 0;
    }

    private static String text(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /**
     * Why not.
     *
     * @param code stable, upper case
     * @param message a sentence for people
     */
    record Refusal(String code, String message) {
        static Optional<Refusal> of(String code, String message) {
            return Optional.of(new Refusal(code, message));
        }
    }
}
