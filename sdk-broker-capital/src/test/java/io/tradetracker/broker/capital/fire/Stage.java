package io.tradetracker.broker.capital.fire;

import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.broker.capital.CapitalCom;
import io.tradetracker.broker.capital.CapitalSettings;
import io.tradetracker.broker.capital.VirtualTime;
import io.tradetracker.broker.capital.connection.CapitalCredentials;
import io.tradetracker.broker.capital.connection.CapitalException;
import io.tradetracker.broker.capital.connection.CapitalMetrics;
import io.tradetracker.broker.capital.connection.Purpose;
import io.tradetracker.broker.capital.connection.RateLimits;
import io.tradetracker.broker.capital.simulator.AccountSpec;
import io.tradetracker.broker.capital.simulator.CapitalSimulator;
import io.tradetracker.broker.capital.simulator.Credentials;
import io.tradetracker.broker.capital.simulator.Limits;
import io.tradetracker.broker.capital.simulator.MarketSpec;
import io.tradetracker.broker.capital.trading.CapitalBroker;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.gateway.GatewayTerms;
import io.tradetracker.core.gateway.InMemoryOrderJournal;
import io.tradetracker.core.gateway.OrderGateway;
import io.tradetracker.core.gateway.OrderJournal;
import io.tradetracker.core.gateway.TradingAccount;
import io.tradetracker.core.lease.InMemoryLeases;
import io.tradetracker.core.lease.LeaseTerms;
import io.tradetracker.core.lease.Leases;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The venue of one case, the journal that survives, and one process after the other that trades there: a client of its
 * own and a gateway on it. Venue and clients go by one time, which passes when the test says so and waits for answers.
 */
final class Stage {
    static final InstrumentId GOLD = InstrumentId.of("GOLD");
    static final TradingAccount ACCOUNT = TradingAccount.of("capital", "1");
    static final BigDecimal BID = new BigDecimal("3500.20");
    private static final Duration STEP = Duration.ofSeconds(2);
    private static final Duration LONGEST_CASE = Duration.ofMinutes(40);
    private static final Duration REQUEST = Duration.ofSeconds(10);
    private static final Duration SHORT_REQUEST = Duration.ofMillis(250);
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final long ANSWER_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long LONGEST_NANOS = Duration.ofSeconds(60).toNanos();
    private static final long HELD_NANOS = Duration.ofMillis(20).toNanos();
    private static final GatewayTerms TERMS = new GatewayTerms(
            Duration.ofSeconds(2),
            2,
            Duration.ofSeconds(60),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofSeconds(5));

    final CapitalSimulator venue;
    final OrderJournal journal = new InMemoryOrderJournal();
    private final Trouble trouble;
    private final VirtualTime time = new VirtualTime();
    private final AtomicLong leaseClock = new AtomicLong();
    private final Leases leases = new InMemoryLeases(
            new LeaseTerms(LEASE, Duration.ofSeconds(30)), () -> System.nanoTime() + leaseClock.get());
    private final AtomicInteger onTheirWay = new AtomicInteger();
    private final List<CapitalCom> clients = new ArrayList<>();
    private final List<OrderGateway> gateways = new ArrayList<>();
    private final AtomicInteger keepers = new AtomicInteger();
    private @Nullable Steps living;
    private @Nullable FutureTask<?> working;

    /** A process: its steps and its gateway. */
    record Life(Steps steps, OrderGateway gateway) {}

    Stage(Cell cell) {
        trouble = cell.trouble();
        venue = CapitalSimulator.builder()
                .seed(cell.seed())
                .market(MarketSpec.gold())
                .account(AccountSpec.standard().withCash("1000000").withHedging(cell.hedging()))
                .limits(Limits.none())
                .start();
        moveTo(BID);
    }

    void moveTo(BigDecimal bid) {
        venue.quote(GOLD.value(), bid, bid.add(new BigDecimal("0.50")));
    }

    /** Begins a process that is to die at a step. */
    Life begin(String target) throws InterruptedException {
        Credentials key = venue.credentials();
        CapitalCom capital = CapitalCom.connect(
                CapitalSettings.at(venue.url(), new CapitalCredentials(key.apiKey(), key.identifier(), key.password()))
                        .withPlainLogin()
                        .withLimits(new RateLimits(1_000, 1, Duration.ZERO, Duration.ZERO))
                        .withRequestTimeout(trouble == Trouble.TIMED_OUT ? SHORT_REQUEST : REQUEST)
                        .withMetrics(new OnTheirWay())
                        .withTime(time));
        clients.add(capital);
        Steps steps = new Steps(whileTimePasses(() -> broker(capital)), journal, target);
        OrderGateway gateway = TradeTracker.create()
                .gateway(steps, ACCOUNT)
                .journal(steps)
                .leases(new MortalLeases(leases, steps), "process " + clients.size(), Duration.ofMillis(500))
                .terms(TERMS)
                .clock(venue::time)
                .open();
        gateways.add(gateway);
        living = steps;
        return new Life(steps, gateway);
    }

    private static CapitalBroker broker(CapitalCom capital) {
        for (int tried = 1; ; tried++) {
            try {
                return capital.broker();
            } catch (CapitalException failed) {
                if (tried == 20) {
                    throw failed;
                }
            }
        }
    }

    /** The process is gone: it does nothing more, and its lease is over. */
    void bury(Life life) {
        life.steps().die();
        living = null;
        leaseClock.addAndGet(LEASE.multipliedBy(2).toNanos());
    }

    /** Begins something that waits for answers and for time. */
    <T> FutureTask<T> begin(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        working = task;
        Thread.ofVirtual().start(task);
        return task;
    }

    /** Does something that waits for answers and for time. */
    <T> T whileTimePasses(Callable<T> work) throws InterruptedException {
        FutureTask<T> task = begin(work);
        until("it is done", task::isDone);
        try {
            return task.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }

    /** Lets time pass until something is so. */
    void until(String what, BooleanSupplier condition) {
        if (!passUntil(condition)) {
            throw new AssertionError("waited too long until " + what);
        }
    }

    /** {@return whether it became so} */
    boolean passUntil(BooleanSupplier condition) {
        Instant end = venue.time().plus(LONGEST_CASE);
        long giveUp = System.nanoTime() + LONGEST_NANOS;
        while (!condition.getAsBoolean()) {
            if (venue.time().isAfter(end) || System.nanoTime() - giveUp > 0) {
                return false;
            }
            step();
        }
        return true;
    }

    /** Time passes; then everybody gets answers, and who lives looks at the account. */
    void step() {
        time.pass(STEP);
        venue.advance(STEP);
        Steps alive = living;
        long before = alive == null ? 0 : alive.looks();
        if (alive != null) {
            alive.hint();
        }
        long give = System.nanoTime() + (trouble.holdsAnswers() ? HELD_NANOS : ANSWER_NANOS);
        while (System.nanoTime() - give < 0) {
            boolean idle = working == null || working.isDone();
            boolean looked = alive == null || alive.isDead() || alive.looks() > before;
            if (onTheirWay.get() == 0 && ((idle && looked) || isHeld())) {
                return;
            }
            LockSupport.parkNanos(20_000);
        }
    }

    /** Somebody waits for time and not for an answer: more wait than the keepers of sessions. */
    private boolean isHeld() {
        return time.waiting() > keepers.get();
    }

    void close() throws InterruptedException {
        venue.faults().clear();
        living = null;
        whileTimePasses(() -> {
            clients.forEach(CapitalCom::close);
            gateways.forEach(OrderGateway::close);
            return venue;
        });
        venue.close();
    }

    private final class OnTheirWay implements CapitalMetrics {
        private final AtomicInteger logins = new AtomicInteger();

        @Override
        public void loggedIn() {
            if (logins.getAndIncrement() == 0) {
                keepers.incrementAndGet();
            }
        }

        @Override
        public void waited(Purpose purpose, Duration waited) {
            onTheirWay.incrementAndGet();
        }

        @Override
        public void answered(String what, int status, Duration took) {
            onTheirWay.decrementAndGet();
        }
    }
}
