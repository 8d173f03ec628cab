package io.tradetracker.postgres.gateway;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.order.ClientOrderId;
import io.tradetracker.api.order.OrderRequest;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.gateway.GatewayTerms;
import io.tradetracker.core.gateway.OrderGateway;
import io.tradetracker.core.gateway.OrderOwner;
import io.tradetracker.core.gateway.TradingAccount;
import io.tradetracker.core.lease.LeaseTerms;
import io.tradetracker.database.Database;
import io.tradetracker.database.DatabaseConfig;
import io.tradetracker.postgres.lease.PostgresLeases;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A process that places an order on one account whenever it may, until it is killed. */
final class RestlessTrader {
    static final LeaseTerms LEASES = new LeaseTerms(Duration.ofSeconds(3), RemoteBroker.LONGEST_REQUEST);
    static final TradingAccount ACCOUNT = TradingAccount.of("test", "fenced");
    private static final GatewayTerms TERMS = new GatewayTerms(
            Duration.ofMillis(100),
            2,
            Duration.ofSeconds(1),
            Duration.ofMillis(100),
            Duration.ofSeconds(30),
            Duration.ofSeconds(2));
    private static final int JUMP_AT = 8;

    private RestlessTrader() {}

    /** Takes its name, the database's URL, the venue's port, and how far its wall clock jumps after some orders. */
    public static void main(String[] args) {
        String name = args[0];
        Duration jump = Duration.parse(args[3]);
        JumpingClock clock = new JumpingClock();
        Database database = Database.open(DatabaseConfig.of(args[1], "postgres", ""));
        OrderGateway gateway = TradeTracker.create()
                .gateway(new RemoteBroker(Integer.parseInt(args[2]), name, GatewayUnderFire.CAPABILITIES), ACCOUNT)
                .journal(new PostgresOrderJournal(database))
                .leases(new PostgresLeases(database, LEASES), "process " + name, Duration.ofMillis(300))
                .terms(TERMS)
                .clock(clock)
                .open();
        for (int i = 1; ; ) {
            try {
                OrderRequest request = OrderRequest.market(
                        ClientOrderId.of(name + "-" + i),
                        GatewayUnderFire.GOLD,
                        i % 2 == 0 ? OrderSide.SELL : OrderSide.BUY,
                        BigDecimal.valueOf(1 + i % 5));
                gateway.submit(OrderOwner.person(name), request);
                gateway.await(request.clientOrderId(), Duration.ofSeconds(5));
                i++;
                clock.offset = i > JUMP_AT ? jump : Duration.ZERO;
            } catch (TradeTrackerException notNow) {
                gateway.awaitTrading(Duration.ofSeconds(1));
            }
        }
    }

    private static final class JumpingClock implements InstantSource {
        private volatile Duration offset = Duration.ZERO;

        @Override
        public Instant instant() {
            return Instant.now().plus(offset);
        }
    }
}
