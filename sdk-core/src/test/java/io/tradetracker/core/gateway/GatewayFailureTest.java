package io.tradetracker.core.gateway;

import static io.tradetracker.core.gateway.GatewayRig.ADA;
import static io.tradetracker.core.gateway.GatewayRig.GOLD;
import static io.tradetracker.core.gateway.GatewayRig.LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.order.OrderRequest;
import io.tradetracker.core.CoreError;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.risk.HaltMode;
import io.tradetracker.core.risk.OrderRules;
import io.tradetracker.testkit.broker.BrokerFault;
import io.tradetracker.testkit.broker.Faults;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

final class GatewayFailureTest {
    @Test
    void sendsNothingThatCannotBePutOnRecordAndGoesOnWhenItCan() {
        AtomicBoolean fails = new AtomicBoolean();
        try (GatewayRig rig = GatewayRig.netting()) {
            OrderGateway gateway = rig.open(rig.broker, new Refusing(rig.journal, fails));
            assertThat(gateway.awaitTrading(LONG)).isTrue();

            fails.set(true);
            assertThatThrownBy(() -> gateway.submit(ADA, rig.buy("1"))).isInstanceOf(TradeTrackerException.class);
            assertThat(rig.venue.arrived()).isEmpty();
            GatewayRig.await("a reason", () -> gateway.snapshot().state() == GatewayState.RECOVERING);
            assertThat(gateway.snapshot().reason()).contains("the disk is full");
            fails.set(false);

            assertThat(gateway.awaitTrading(LONG)).isTrue();
            OrderRequest order = rig.buy("1");
            gateway.submit(ADA, order);
            assertThat(gateway.await(order.clientOrderId(), LONG).status()).isEqualTo(IntentStatus.EXECUTED);
        }
    }

    @Test
    void saysWhyItDoesNotTradeWhileTheBrokerCannotBeRead() {
        try (GatewayRig rig = GatewayRig.netting()) {
            rig.broker.become(Faults.NONE.with(BrokerFault.READ_FAILS, 100));
            OrderGateway gateway = rig.open();

            GatewayRig.await("a reason", () -> gateway.snapshot().reason().contains("could not be read"));
            assertThatThrownBy(() -> gateway.submit(ADA, rig.buy("1")))
                    .isInstanceOfSatisfying(
                            TradeTrackerException.class,
                            failure -> assertThat(failure.code()).isEqualTo(CoreError.NOT_TRADING))
                    .hasMessageContaining("could not be read");
            rig.broker.become(Faults.NONE);

            assertThat(gateway.awaitTrading(LONG)).isTrue();
        }
    }

    @Test
    void closesWhatItOpenedWhenALossReachesItsLimitAndOpensNothingMore() {
        OrderRules rules = OrderRules.NONE.withMaxDrawdown(1, HaltMode.CLOSE);
        try (GatewayRig rig = GatewayRig.netting().rules(rules)) {
            OrderGateway gateway = rig.trading();
            OrderRequest order = rig.buy("100");
            gateway.submit(ADA, order);
            gateway.await(order.clientOrderId(), LONG);

            rig.venue.quote(GOLD, "85", "86");
            GatewayRig.await("liquidation", () -> rig.venue.positions().isEmpty());

            assertThat(gateway.submit(ADA, rig.buy("1")).code()).isEqualTo("DRAWDOWN");
            gateway.close();
            OrderGateway next = rig.trading();
            assertThat(next.submit(ADA, rig.buy("1")).code())
                    .as("after a restart")
                    .isEqualTo("DRAWDOWN");
            next.resume("Ada: looked at it");
            OrderRequest again = rig.buy("1");
            next.submit(ADA, again);
            assertThat(next.await(again.clientOrderId(), LONG).status()).isEqualTo(IntentStatus.EXECUTED);
            next.close();
            OrderGateway last = rig.trading();
            assertThat(last.submit(ADA, rig.buy("2")).status())
                    .as("the new peak is on record as well")
                    .isNotEqualTo(IntentStatus.DECLINED);
            assertThat(rig.venue.positions()).isNotEmpty();
        }
    }

    @Test
    void declinesAnEntryWhoseExposureNobodyKnows() {
        try (GatewayRig rig = GatewayRig.netting()) {
            OrderGateway gateway = TradeTracker.create()
                    .gateway(rig.broker, TradingAccount.of("test", "2"))
                    .rules(OrderRules.NONE.withMaxExposure(50), UnitValues.UNKNOWN)
                    .terms(GatewayRig.TERMS)
                    .open();
            assertThat(gateway.awaitTrading(LONG)).isTrue();

            assertThat(gateway.submit(ADA, rig.buy("1")).code()).isEqualTo("MAX_EXPOSURE");
            gateway.close();
        }
    }

    @Test
    void refusesTermsThatCannotWork() {
        try (GatewayRig rig = GatewayRig.netting()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> TradeTracker.create()
                            .gateway(rig.broker, GatewayRig.ACCOUNT)
                            .terms(GatewayRig.TERMS.withSettleAfter(Duration.ofMillis(1)))
                            .open())
                    .withMessageContaining("is too early for a broker whose requests take up to");
            assertThatIllegalArgumentException().isThrownBy(() -> GatewayRig.TERMS.withReadEvery(Duration.ZERO));
            assertThatIllegalArgumentException().isThrownBy(() -> TradingAccount.of("Capital Demo", "1"));
            assertThatIllegalArgumentException().isThrownBy(() -> OrderOwner.person(" "));
        }
    }

    @Test
    void closesTwiceAndThenTradesNothing() {
        try (GatewayRig rig = GatewayRig.netting()) {
            OrderGateway gateway = rig.trading();
            gateway.close();
            gateway.close();

            assertThatThrownBy(() -> gateway.submit(ADA, rig.buy("1"))).hasMessageContaining("It was closed");
            assertThat(gateway.snapshot().state()).isEqualTo(GatewayState.CLOSED);
        }
    }

    /** A journal whose disk is full now and then. */
    private record Refusing(OrderJournal journal, AtomicBoolean fails) implements OrderJournal {
        @Override
        public Writer claim(TradingAccount account, long epoch) {
            Writer writer = journal.claim(account, epoch);
            return new Writer() {
                @Override
                public long lastSequence() {
                    return writer.lastSequence();
                }

                @Override
                public void append(List<GatewayFact> facts) {
                    if (fails.get()) {
                        throw new TradeTrackerException(CoreError.JOURNAL_FAILED, "the disk is full");
                    }
                    writer.append(facts);
                }
            };
        }

        @Override
        public void read(TradingAccount account, long after, Reader reader) {
            journal.read(account, after, reader);
        }

        @Override
        public List<TradingAccount> accounts() {
            return journal.accounts();
        }

        @Override
        public void close() {}
    }
}
