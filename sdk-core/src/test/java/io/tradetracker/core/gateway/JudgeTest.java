package io.tradetracker.core.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.broker.Activity;
import io.tradetracker.api.broker.ActivityKind;
import io.tradetracker.api.broker.ActivitySource;
import io.tradetracker.api.order.BrokerOrderId;
import io.tradetracker.api.order.BrokerPositionId;
import io.tradetracker.api.order.ClientOrderId;
import io.tradetracker.api.order.OrderAction;
import io.tradetracker.api.order.OrderRequest;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.order.Position;
import io.tradetracker.api.order.PositionSide;
import io.tradetracker.core.account.AccountEvent;
import io.tradetracker.core.risk.CheckResult;
import io.tradetracker.core.risk.OrderRules;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the broker's record proves of an order whose answer is lost. */
final class JudgeTest {
    private static final Instant SENT = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant DONE = SENT.plusSeconds(1);
    private static final Instant MUCH_LATER = SENT.plus(Duration.ofHours(1));
    private static final ClientOrderId ID = ClientOrderId.of("lost");
    private static final BrokerPositionId OLD = BrokerPositionId.of("old");
    private static final BrokerPositionId NEW = BrokerPositionId.of("new");
    private static final BrokerOrderId ORDER = BrokerOrderId.of("order");

    @Test
    void takesARefusalInTheRecordForNoTrade() {
        Activity refused = row(ActivityKind.REFUSED, "4", NEW, null);

        assertThat(judged("4", new AccountEvent.ActivityAdded(refused)).result())
                .isEqualTo(Settlement.Result.NOT_EXECUTED);
    }

    @Test
    void namesThePositionThatOneOrderOpenedAfterItClosedAnother() {
        Settlement settlement = judged(
                "9",
                new AccountEvent.ActivityAdded(row(ActivityKind.TRADE, "4", OLD, ORDER)),
                new AccountEvent.ActivityAdded(row(ActivityKind.TRADE, "5", NEW, ORDER)),
                new AccountEvent.PositionOpened(new Position(
                        NEW,
                        null,
                        ORDER,
                        GatewayRig.GOLD,
                        PositionSide.LONG,
                        new BigDecimal("5"),
                        new BigDecimal("100"),
                        DONE,
                        null,
                        null)));

        assertThat(settlement.result()).isEqualTo(Settlement.Result.EXECUTED);
        assertThat(settlement.positions()).containsExactly(NEW);
    }

    private static Activity row(
            ActivityKind kind,
            String quantity,
            BrokerPositionId position,
            @org.jspecify.annotations.Nullable BrokerOrderId order) {
        return new Activity(
                kind + " of " + position,
                DONE,
                kind,
                ActivitySource.USER,
                GatewayRig.GOLD,
                OrderSide.BUY,
                new BigDecimal(quantity),
                new BigDecimal("100"),
                position,
                order,
                null);
    }

    /** An order to buy at the market got no answer, and that was seen since. */
    private static Settlement judged(String quantity, AccountEvent... seen) {
        OrderRequest request = OrderRequest.market(ID, GatewayRig.GOLD, OrderSide.BUY, new BigDecimal(quantity));
        OrderIntent intent = new OrderIntent(
                ID,
                GatewayRig.ADA,
                GatewayRig.GOLD,
                new OrderAction.Submit(request),
                BigDecimal.ZERO,
                CheckResult.NOTHING);
        GatewayBook book = new GatewayBook(OrderRules.NONE, GatewayTerms.DEFAULT);
        book.restore(1, new GatewayFact.Intended(SENT, intent, false));
        Judge judge = new Judge(GatewayTerms.DEFAULT, Duration.ofSeconds(20), false);
        Verdict verdict = judge.judge(book.find(ID).orElseThrow(), book, List.of(seen), MUCH_LATER, Optional.empty());
        return ((Verdict.Settle) verdict).settlement();
    }
}
