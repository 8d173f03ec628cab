package io.tradetracker.docs.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.broker.Broker;
import io.tradetracker.api.broker.BrokerCapability;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.order.ClientOrderId;
import io.tradetracker.api.order.OrderAction;
import io.tradetracker.api.order.OrderRequest;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.account.AccountEvent;
import io.tradetracker.core.account.AccountMonitor;
import io.tradetracker.core.gateway.FileOrderJournal;
import io.tradetracker.core.gateway.IntentReport;
import io.tradetracker.core.gateway.IntentStatus;
import io.tradetracker.core.gateway.OrderGateway;
import io.tradetracker.core.gateway.OrderJournal;
import io.tradetracker.core.gateway.OrderOwner;
import io.tradetracker.core.gateway.TradingAccount;
import io.tradetracker.testkit.broker.TestVenue;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What "How orders survive" shows. */
final class OrdersGuideTest {
    private final InstrumentId gold = InstrumentId.of("GOLD");
    private final TestVenue venue =
            new TestVenue(InstantSource.system(), Set.of(BrokerCapability.BRACKETS), List.of(Instrument.of("GOLD")));
    private final Broker broker = venue.connect("guide", Duration.ofSeconds(5));

    @Test
    void placesAnOrder(@TempDir Path folder) {
        venue.quote(gold, "2399", "2400");

        try (OrderJournal journal = FileOrderJournal.open(folder)) {
            // snippet: gateway-open
            OrderGateway gateway = TradeTracker.create()
                    .gateway(broker, TradingAccount.of("capital-demo", "3001"))
                    .journal(journal)
                    .open();
            gateway.awaitTrading(Duration.ofMinutes(5));

            ClientOrderId id = ClientOrderId.of("first-1");
            OrderRequest order = OrderRequest.market(id, gold, OrderSide.BUY, new BigDecimal("2"))
                    .withProtection(new BigDecimal("2350"), null);
            gateway.submit(OrderOwner.person("Ada"), order);
            IntentReport report = gateway.await(id, Duration.ofMinutes(5));
            System.out.println(report.status() + ": " + report.reason());
            // end

            assertThat(report.status()).isEqualTo(IntentStatus.EXECUTED);
            gateway.close();
        }
    }

    @Test
    void watchesAnAccount() throws InterruptedException {
        venue.quote(gold, "2399", "2400");
        venue.outside(new OrderAction.Submit(
                OrderRequest.market(ClientOrderId.of("1"), gold, OrderSide.BUY, BigDecimal.ONE)));
        CountDownLatch told = new CountDownLatch(1);

        // snippet: account-monitor
        AccountMonitor monitor = AccountMonitor.start(broker, Duration.ofSeconds(2), event -> {
            if (event instanceof AccountEvent.PositionOpened opened) {
                System.out.println("opened: " + opened.position());
                told.countDown();
            }
        });
        // end

        assertThat(told.await(20, TimeUnit.SECONDS)).isTrue();
        monitor.close();
    }
}
