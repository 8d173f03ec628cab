package io.tradetracker.docs.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.broker.Broker;
import io.tradetracker.api.broker.MarketData;
import io.tradetracker.api.broker.MarketListener;
import io.tradetracker.api.broker.Subscription;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.PriceSide;
import io.tradetracker.api.market.Quote;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.order.ClientOrderId;
import io.tradetracker.api.order.OrderRequest;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.broker.capital.CapitalCom;
import io.tradetracker.broker.capital.CapitalSettings;
import io.tradetracker.broker.capital.connection.CapitalCredentials;
import io.tradetracker.broker.capital.simulator.AccountSpec;
import io.tradetracker.broker.capital.simulator.CapitalSimulator;
import io.tradetracker.broker.capital.simulator.Credentials;
import io.tradetracker.broker.capital.simulator.MarketSpec;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.gateway.FileOrderJournal;
import io.tradetracker.core.gateway.IntentReport;
import io.tradetracker.core.gateway.IntentStatus;
import io.tradetracker.core.gateway.OrderGateway;
import io.tradetracker.core.gateway.OrderJournal;
import io.tradetracker.core.gateway.OrderOwner;
import io.tradetracker.core.gateway.TradingAccount;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What "Trading with Capital.com" shows. */
final class CapitalGuideTest {
    private final InstrumentId gold = InstrumentId.of("GOLD");
    private final CountDownLatch heard = new CountDownLatch(1);

    @Test
    void tradesAtTheSimulator(@TempDir Path folder) throws InterruptedException {
        // snippet: capital-simulator
        CapitalSimulator venue = CapitalSimulator.builder()
                .market(MarketSpec.gold())
                .account(AccountSpec.standard())
                .start();
        venue.quote("GOLD", new BigDecimal("3500.20"), new BigDecimal("3500.70"));
        venue.play(1); // its time runs as ours; without it, time stands until advance(...)
        Credentials user = venue.credentials();
        CapitalSettings settings = CapitalSettings.at(
                venue.url(), new CapitalCredentials(user.apiKey(), user.identifier(), user.password()));
        // end

        try (CapitalCom capital = CapitalCom.connect(settings)) {
            listens(capital, venue);
            reads(capital);
            assertThat(trades(capital, folder).status()).isEqualTo(IntentStatus.EXECUTED);
        }
        venue.close();
    }

    private void show(Quote quote) {
        System.out.println(quote);
        heard.countDown();
    }

    private void listens(CapitalCom capital, CapitalSimulator venue) throws InterruptedException {
        // snippet: capital-quotes
        MarketData prices = capital.marketData();
        Subscription quotes = prices.subscribe(gold, new MarketListener() {
            @Override
            public void onQuote(Quote quote) {
                show(quote);
            }
        });
        // end
        venue.quote("GOLD", new BigDecimal("3500.40"), new BigDecimal("3500.90"));
        assertThat(heard.await(30, TimeUnit.SECONDS)).isTrue();
        quotes.close();
    }

    private void reads(CapitalCom capital) {
        Instant now = capital.api().time();
        // snippet: capital-history
        CandleSeries asks =
                capital.marketData().history(gold, Timeframe.H1, PriceSide.ASK, now.minus(Duration.ofDays(365)), now);
        // end
        assertThat(asks.instrument().id()).isEqualTo(gold);
    }

    private IntentReport trades(CapitalCom capital, Path folder) {
        try (OrderJournal journal = FileOrderJournal.open(folder)) {
            // snippet: capital-trade
            Broker broker = capital.broker();
            String account = broker.account().id().value();
            OrderGateway gateway = TradeTracker.create()
                    .gateway(broker, TradingAccount.of("capital-demo", account))
                    .journal(journal)
                    .open();
            gateway.awaitTrading(Duration.ofMinutes(5));

            ClientOrderId id = ClientOrderId.of("ada-1");
            OrderRequest order = OrderRequest.market(id, gold, OrderSide.BUY, new BigDecimal("0.5"))
                    .withProtection(new BigDecimal("3450"), new BigDecimal("3600"));
            gateway.submit(OrderOwner.person("Ada"), order);
            IntentReport report = gateway.await(id, Duration.ofMinutes(5));
            System.out.println(report.status() + ": " + report.reason());
            // end
            gateway.close();
            return report;
        }
    }

    @Test
    void connectsWithAKeyFromTheEnvironment() {
        Map<String, String> environment =
                Map.of("CAPITAL_API_KEY", "key", "CAPITAL_IDENTIFIER", "ada@example.com", "CAPITAL_PASSWORD", "secret");
        // snippet: capital-connect
        CapitalCredentials credentials = new CapitalCredentials(
                environment.get("CAPITAL_API_KEY"),
                environment.get("CAPITAL_IDENTIFIER"),
                environment.get("CAPITAL_PASSWORD"));
        CapitalCom capital = CapitalCom.connect(CapitalSettings.demo(credentials)); // live(credentials) for real money
        // end
        assertThat(capital).isNotNull();
        capital.close();
    }
}
