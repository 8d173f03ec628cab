package io.tradetracker.broker.capital.trading;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.broker.Broker;
import io.tradetracker.api.broker.BrokerReference;
import io.tradetracker.api.broker.Confirmation;
import io.tradetracker.api.broker.SendPermit;
import io.tradetracker.api.broker.SubmitOutcome;
import io.tradetracker.api.order.BrokerOrderId;
import io.tradetracker.api.order.ClientOrderId;
import io.tradetracker.api.order.OrderAction;
import io.tradetracker.api.order.OrderPrices;
import io.tradetracker.api.order.OrderRequest;
import io.tradetracker.api.order.OrderSide;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service calls each change of a waiting order by one name: what is said of one proves nothing of another. */
final class RepeatedNamesTest {
    private final SimulatorStage stage = new SimulatorStage(false);
    private final Broker broker = stage.connect();
    private BrokerOrderId order = BrokerOrderId.of("none");

    @BeforeEach
    void placeAnOrder() {
        accepted(new OrderAction.Submit(OrderRequest.limit(
                ClientOrderId.of("o-1"),
                stage.instrument().id(),
                OrderSide.BUY,
                BigDecimal.ONE,
                new BigDecimal("3400"))));
        stage.pass(Duration.ofSeconds(2));
        order = broker.orders().getFirst().id();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void anAmendmentIsProvenByWhatTheOrderIs() {
        BrokerReference first = amend("3401", "3390", null);
        assertThat(broker.confirm(first))
                .get()
                .extracting(Confirmation::verdict)
                .isEqualTo(Confirmation.Verdict.DONE);

        BrokerReference second = amend("3402", "3390", stage.now().plus(Duration.ofDays(2)));
        assertThat(broker.confirm(first)).isEmpty();
        assertThat(broker.confirm(second))
                .get()
                .extracting(Confirmation::verdict, Confirmation::order)
                .containsExactly(Confirmation.Verdict.DONE, order);
    }

    @Test
    void anAmendmentIsNoProofOfACancel() {
        String name = amend("3401", "3390", null).value().split("#", 2)[0];
        BrokerReference neverSent = BrokerReference.of(name + "#cancel#" + order.value());
        assertThat(broker.confirm(neverSent)).isEmpty();

        BrokerReference sent = accepted(new OrderAction.Cancel(order));
        stage.pass(Duration.ofSeconds(2));
        assertThat(sent).isEqualTo(neverSent);
        assertThat(broker.confirm(sent))
                .get()
                .extracting(Confirmation::verdict, Confirmation::order)
                .containsExactly(Confirmation.Verdict.DONE, order);
    }

    private BrokerReference amend(String limit, String stopLoss, @Nullable Instant end) {
        OrderPrices prices =
                OrderPrices.NONE.withLimitPrice(new BigDecimal(limit)).withProtection(new BigDecimal(stopLoss), null);
        BrokerReference reference = accepted(new OrderAction.Amend(order, prices, end));
        stage.pass(Duration.ofSeconds(2));
        return reference;
    }

    private BrokerReference accepted(OrderAction action) {
        SubmitOutcome outcome = broker.send(action, SendPermit.ALWAYS);
        assertThat(outcome).isInstanceOf(SubmitOutcome.Accepted.class);
        return ((SubmitOutcome.Accepted) outcome).reference();
    }
}
