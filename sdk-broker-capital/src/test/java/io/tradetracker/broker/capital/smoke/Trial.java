package io.tradetracker.broker.capital.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.broker.BrokerReference;
import io.tradetracker.api.broker.Confirmation;
import io.tradetracker.api.broker.SendPermit;
import io.tradetracker.api.broker.SubmitOutcome;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.order.BrokerOrderId;
import io.tradetracker.api.order.BrokerPositionId;
import io.tradetracker.api.order.ClientOrderId;
import io.tradetracker.api.order.Order;
import io.tradetracker.api.order.OrderAction;
import io.tradetracker.api.order.OrderPrices;
import io.tradetracker.api.order.OrderRequest;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.order.Position;
import io.tradetracker.broker.capital.CapitalCom;
import io.tradetracker.broker.capital.connection.CapitalException;
import io.tradetracker.broker.capital.rest.CapitalApi;
import io.tradetracker.broker.capital.rest.MarketDetails;
import io.tradetracker.broker.capital.rest.NewPosition;
import io.tradetracker.broker.capital.rest.Protection;
import io.tradetracker.broker.capital.trading.CapitalBroker;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One small position and one small order, from beginning to end, and what they tell of the service. */
final class Trial {
    private final CapitalApi api;
    private final CapitalBroker broker;
    private final Instrument instrument;
    private final MarketDetails market;
    private final BigDecimal size;
    private final BigDecimal bid;

    Trial(CapitalCom capital, String epic) {
        api = capital.api();
        broker = capital.broker();
        instrument = capital.marketData().instrument(InstrumentId.of(epic));
        market = api.market(epic);
        size = instrument.rules().minQuantity().max(instrument.rules().quantityStep());
        BigDecimal price = market.snapshot().bid();
        assertThat(market.snapshot().marketStatus())
                .as(epic + " must be open: name another with CAPITAL_EPIC")
                .isEqualTo("TRADEABLE");
        assertThat(price).as("price of " + epic).isNotNull();
        bid = price;
    }

    static void say(String question, @Nullable Object answer) {
        System.out.println("| " + question + " | " + answer + " |");
    }

    void run() {
        assertThat(broker.positions())
                .as("positions in " + instrument.id() + " that are not of this test")
                .noneMatch(each -> each.instrument().equals(instrument.id()));
        say("rules of " + instrument.id(), market.dealingRules());
        Instant began = api.time().minusSeconds(5);
        askRefusals();
        BrokerPositionId position = open();
        try {
            protect(position);
        } finally {
            close(position);
        }
        order(OrderSide.BUY, "0.90", "0.89");
        order(OrderSide.SELL, "1.10", "1.11");
        tellActivity(began);
    }

    private void askRefusals() {
        BigDecimal above = price("1.05");
        say("a buy with a stop above the price: is the number a price or a distance?", open(size, above, null));
        say("a buy with a target below the price", open(size, null, price("0.95")));
        say("half of the smallest size", open(size.divide(BigDecimal.valueOf(2)), null, null));
    }

    private SubmitOutcome open(BigDecimal units, @Nullable BigDecimal stop, @Nullable BigDecimal profit) {
        NewPosition asked = new NewPosition(instrument.id().value(), "BUY", units, Protection.levels(stop, profit));
        SubmitOutcome outcome = api.open(asked, SendPermit.ALWAYS);
        if (!(outcome instanceof SubmitOutcome.Refused)) {
            closeAll();
        }
        assertThat(outcome).isInstanceOf(SubmitOutcome.Refused.class);
        return outcome;
    }

    private void closeAll() {
        awaitQuietly(() -> api.positions().stream()
                .filter(each -> each.market().epic().equals(instrument.id().value()))
                .findFirst());
        api.positions().stream()
                .filter(each -> each.market().epic().equals(instrument.id().value()))
                .forEach(each -> api.close(each.position().dealId(), SendPermit.ALWAYS));
    }

    private BrokerPositionId open() {
        OrderRequest request = OrderRequest.market(ClientOrderId.of("smoke"), instrument.id(), OrderSide.BUY, size);
        Confirmation confirmation = confirmed(send(new OrderAction.Submit(request)));
        BrokerPositionId id = confirmation.positions().getFirst();
        Position opened = await("the position", () -> position(id));
        assertThat(opened.quantity()).isEqualByComparingTo(size);
        api.position(id.value()).ifPresent(each -> say("a position as the service shows it", each.position()));
        return id;
    }

    private void protect(BrokerPositionId id) {
        BigDecimal stop = price("0.95");
        BigDecimal profit = price("1.05");
        send(new OrderAction.Protect(id, stop, profit));
        await(
                "the protection",
                () -> position(id)
                        .filter(each -> stop.equals(each.stopLoss()) || isSame(stop, each.stopLoss()))
                        .filter(each -> isSame(profit, each.takeProfit())));
        send(new OrderAction.Protect(id, stop, null));
        Optional<Position> without = awaitQuietly(() -> position(id).filter(each -> each.takeProfit() == null));
        say("does a change of the stop alone take the target away?", without.isPresent() ? "yes" : "no");
    }

    private static boolean isSame(BigDecimal price, @Nullable BigDecimal other) {
        return other != null && price.compareTo(other) == 0;
    }

    private void close(BrokerPositionId id) {
        SubmitOutcome outcome = broker.send(new OrderAction.Close(id, null), SendPermit.ALWAYS);
        say("does a close bring a reference?", outcome instanceof SubmitOutcome.Accepted ? "yes" : outcome);
        await("the end of the position", () -> position(id).isEmpty() ? Optional.of(id) : Optional.empty());
        say("a second close of the same position", broker.send(new OrderAction.Close(id, null), SendPermit.ALWAYS));
    }

    private void order(OrderSide side, String first, String second) {
        BigDecimal price = price(first);
        BigDecimal stop = price(side == OrderSide.BUY ? "0.85" : "1.15");
        OrderRequest request = OrderRequest.limit(ClientOrderId.of("smoke"), instrument.id(), side, size, price)
                .withProtection(stop, null);
        BrokerOrderId id = confirmed(send(new OrderAction.Submit(request))).order();
        assertThat(id).as("name of the order").isNotNull();
        try {
            await(
                    "the order",
                    () -> order(id).filter(each -> isSame(price, each.prices().limitPrice())));
            api.workingOrders().stream()
                    .map(each -> each.order())
                    .filter(each -> each.dealId().equals(id.value()))
                    .forEach(each -> say("sign of a stop's distance, " + side, each.stopDistance()));
            BigDecimal changed = price(second);
            send(new OrderAction.Amend(id, OrderPrices.NONE.withLimitPrice(changed), null));
            await(
                    "the change",
                    () -> order(id).filter(each -> isSame(changed, each.prices().limitPrice())));
            Optional<Order> bare =
                    awaitQuietly(() -> order(id).filter(each -> each.prices().stopLoss() == null));
            say("does a change of the price alone take the stop away?", bare.isPresent() ? "yes" : "no");
        } finally {
            send(new OrderAction.Cancel(id));
        }
        await("the end of the order", () -> order(id).isEmpty() ? Optional.of(id) : Optional.empty());
    }

    private void tellActivity(Instant began) {
        awaitQuietly(() -> api.activities(began, api.time(), null).size() >= 6 ? Optional.of(true) : Optional.empty());
        api.activities(began, api.time(), null).forEach(each -> say("activity, newest first", each));
    }

    private Optional<Position> position(BrokerPositionId id) {
        return broker.positions().stream().filter(each -> id.equals(each.id())).findFirst();
    }

    private Optional<Order> order(BrokerOrderId id) {
        return broker.orders().stream().filter(each -> id.equals(each.id())).findFirst();
    }

    private BrokerReference send(OrderAction action) {
        SubmitOutcome outcome = broker.send(action, SendPermit.ALWAYS);
        assertThat(outcome).as(String.valueOf(action)).isInstanceOf(SubmitOutcome.Accepted.class);
        return ((SubmitOutcome.Accepted) outcome).reference();
    }

    private Confirmation confirmed(BrokerReference reference) {
        long asked = System.nanoTime();
        Confirmation confirmation = await("the confirmation", () -> broker.confirm(reference));
        say(
                "milliseconds until a confirmation is there",
                Duration.ofNanos(System.nanoTime() - asked).toMillis());
        assertThat(confirmation.verdict()).as(confirmation.code()).isEqualTo(Confirmation.Verdict.DONE);
        return confirmation;
    }

    private BigDecimal price(String factor) {
        BigDecimal step = instrument.rules().priceStep();
        BigDecimal raw = bid.multiply(new BigDecimal(factor));
        return step.signum() == 0
                ? raw
                : raw.divide(step, 0, RoundingMode.HALF_UP).multiply(step);
    }

    private static <T> T await(String what, Supplier<Optional<T>> look) {
        return await(look, Duration.ofSeconds(30))
                .orElseThrow(() -> new AssertionError(what + " did not come within 30 s"));
    }

    private static <T> Optional<T> awaitQuietly(Supplier<Optional<T>> look) {
        return await(look, Duration.ofSeconds(5));
    }

    private static <T> Optional<T> await(Supplier<Optional<T>> look, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (true) {
            try {
                Optional<T> found = look.get();
                if (found.isPresent() || System.nanoTime() - end > 0) {
                    return found;
                }
            } catch (CapitalException failed) {
                if (System.nanoTime() - end > 0) {
                    throw failed;
                }
            }
            LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
        }
    }
}
