package io.tradetracker.samples.server.market;

import io.tradetracker.broker.capital.trading.CapitalBroker;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.gateway.OrderGateway;
import io.tradetracker.core.gateway.OrderJournal;
import io.tradetracker.core.gateway.TradingAccount;
import io.tradetracker.core.lease.LeaseTerms;
import io.tradetracker.database.Database;
import io.tradetracker.postgres.gateway.PostgresOrderJournal;
import io.tradetracker.postgres.lease.PostgresLeases;
import java.time.Duration;
import java.util.UUID;

/** An account at Capital.com and the only way to it. Safe for use by several threads. */
final class CapitalAccount implements AutoCloseable {
    private static final Duration RENEW_EVERY = Duration.ofSeconds(3);

    private final CapitalBroker broker;
    private final OrderJournal journal;
    private final OrderGateway gateway;

    private CapitalAccount(CapitalBroker broker, OrderJournal journal, OrderGateway gateway) {
        this.broker = broker;
        this.journal = journal;
        this.gateway = gateway;
    }

    /**
     * {@return the account, traded from soon on}
     *
     * @param world which Capital.com, such as {@code capital-demo}
     */
    static CapitalAccount open(String world, CapitalBroker broker, Database database) {
        TradingAccount account = new TradingAccount(world, broker.account().id());
        OrderJournal journal = new PostgresOrderJournal(database);
        PostgresLeases leases = new PostgresLeases(database, LeaseTerms.forRequestsOf(broker.longestRequest()));
        OrderGateway gateway = TradeTracker.create()
                .gateway(broker, account)
                .journal(journal)
                .leases(leases, "server-" + UUID.randomUUID(), RENEW_EVERY)
                .open();
        return new CapitalAccount(broker, journal, gateway);
    }

    OrderGateway gateway() {
        return gateway;
    }

    /** {@return what the account is worth now, in its currency} */
    double equity() {
        return broker.account().equity().amount().doubleValue();
    }

    @Override
    public void close() {
        gateway.close();
        journal.close();
        broker.close();
    }
}
