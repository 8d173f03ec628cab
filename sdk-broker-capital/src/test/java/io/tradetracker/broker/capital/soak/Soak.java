package io.tradetracker.broker.capital.soak;

import io.tradetracker.api.broker.Broker;
import io.tradetracker.api.broker.SendPermit;
import io.tradetracker.api.broker.Subscription;
import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.market.Candle;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.PriceSide;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.order.ClientOrderId;
import io.tradetracker.api.order.OrderAction;
import io.tradetracker.api.order.OrderRequest;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.broker.capital.CapitalCom;
import io.tradetracker.broker.capital.CapitalSettings;
import io.tradetracker.broker.capital.VirtualTime;
import io.tradetracker.broker.capital.connection.CapitalCredentials;
import io.tradetracker.broker.capital.connection.CapitalException;
import io.tradetracker.broker.capital.market.CapitalMarketData;
import io.tradetracker.broker.capital.simulator.CapitalSimulator;
import io.tradetracker.broker.capital.simulator.Credentials;
import io.tradetracker.broker.capital.simulator.MarketSpec;
import io.tradetracker.broker.capital.simulator.RandomWalk;
import io.tradetracker.broker.capital.simulator.VenueRecord;
import io.tradetracker.core.account.AccountEvent;
import io.tradetracker.core.account.AccountReading;
import io.tradetracker.core.account.AccountTracker;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** Client and simulator on one time, for days, with everything going wrong that can. */
final class Soak {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration STEP = Duration.ofSeconds(1);
    private static final long LONGEST_STEP_NANOS = Duration.ofMillis(20).toNanos();

    /** The client's: one keeps the session, one the stream, three bring candles; and two that use it. */
    private static final int THREADS = 7;

    final InFlight metrics = new InFlight();
    final List<Watched> watched = new ArrayList<>();
    final List<AccountEvent> events = Collections.synchronizedList(new ArrayList<>());
    final AtomicLong sent = new AtomicLong();
    private final VirtualTime time = new VirtualTime();
    private final CapitalSimulator venue;
    private final CapitalCom capital;
    private final Mischief mischief;
    private final List<Thread> workers = new ArrayList<>();
    private volatile boolean ended;

    /** Candles of one price that a consumer got, in the order it got them. */
    record Watched(String epic, Timeframe timeframe, PriceSide side, List<Candle> candles, Subscription subscription) {}

    Soak(long seed) throws InterruptedException {
        venue = CapitalSimulator.builder()
                .seed(seed)
                .startAt(START)
                .market(
                        MarketSpec.btcusd(),
                        new RandomWalk(
                                seed, new BigDecimal("60000"), new BigDecimal("10"), Duration.ofSeconds(4), 1e-4))
                .market(
                        MarketSpec.gold(),
                        new RandomWalk(
                                seed + 1, new BigDecimal("3500"), new BigDecimal("0.5"), Duration.ofSeconds(7), 1e-4))
                .start();
        Credentials key = venue.credentials();
        capital = CapitalCom.connect(
                CapitalSettings.at(venue.url(), new CapitalCredentials(key.apiKey(), key.identifier(), key.password()))
                        .withTime(time)
                        .withMetrics(metrics));
        mischief = new Mischief(venue, seed);
        workers.add(Thread.ofVirtual().start(() -> begin()));
        while (watched.size() < 3) {
            step();
        }
        workers.add(Thread.ofVirtual().start(this::watchAccount));
        workers.add(Thread.ofVirtual().start(this::trade));
    }

    private void begin() {
        while (watched.isEmpty()) {
            try {
                CapitalMarketData prices = capital.marketData();
                watch(prices, "BTCUSD", Timeframe.M1, PriceSide.MID);
                watch(prices, "GOLD", Timeframe.M1, PriceSide.BID);
                watch(prices, "BTCUSD", Timeframe.M5, PriceSide.ASK);
            } catch (CapitalException failed) {
                watched.forEach(each -> each.subscription.close());
                watched.clear();
            }
        }
    }

    private void watch(CapitalMarketData prices, String epic, Timeframe timeframe, PriceSide side) {
        List<Candle> candles = Collections.synchronizedList(new ArrayList<>());
        Subscription subscription =
                prices.candles(InstrumentId.of(epic), timeframe, side, START.minusSeconds(3600), candles::add);
        watched.add(new Watched(epic, timeframe, side, candles, subscription));
    }

    private void watchAccount() {
        AccountTracker tracker = new AccountTracker(2, Duration.ofMinutes(5));
        Broker broker = broker();
        while (pause(Duration.ofSeconds(30))) {
            try {
                Instant from = tracker.activityFrom(venue.time());
                events.addAll(tracker.onReading(AccountReading.of(broker, from)));
            } catch (TradeTrackerException failed) {
                tracker.onFailedReading();
            }
        }
    }

    private Broker broker() {
        while (true) {
            try {
                return capital.broker();
            } catch (CapitalException failed) {
                pause(Duration.ofSeconds(5));
            }
        }
    }

    /** Opens a position each quarter of an hour, and closes what is open. */
    private void trade() {
        Broker broker = broker();
        for (int number = 1; pause(Duration.ofMinutes(15)); number++) {
            OrderRequest request = OrderRequest.market(
                    ClientOrderId.of("soak-" + number),
                    InstrumentId.of("BTCUSD"),
                    OrderSide.BUY,
                    new BigDecimal("0.01"));
            sent.incrementAndGet();
            broker.send(new OrderAction.Submit(request), SendPermit.ALWAYS);
            try {
                broker.positions().forEach(each -> broker.send(OrderAction.Close.all(each.id()), SendPermit.ALWAYS));
            } catch (CapitalException failed) {
                // what stays open is closed the next time
            }
        }
    }

    private boolean pause(Duration length) {
        ReentrantLock lock = new ReentrantLock();
        Condition never = lock.newCondition();
        lock.lock();
        try {
            long end = time.nanos() + length.toNanos();
            while (!ended && end - time.nanos() > 0) {
                time.await(lock, never, Duration.ofNanos(Math.min(end - time.nanos(), STEP.toNanos() * 5)));
            }
            return !ended;
        } catch (InterruptedException interrupted) {
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Lets time pass; each step waits until everybody waits for the next. */
    void run(Duration length) throws InterruptedException {
        Instant end = venue.time().plus(length);
        while (venue.time().isBefore(end)) {
            mischief.step();
            step();
        }
    }

    /** The venue's time is never behind the client's: a candle that is over for the client is over there. */
    private void step() throws InterruptedException {
        venue.advance(STEP);
        time.pass(STEP);
        long give = System.nanoTime() + LONGEST_STEP_NANOS;
        while (time.waiting() < THREADS && System.nanoTime() < give) {
            LockSupport.parkNanos(10_000);
        }
    }

    /** Ends the mischief and lets the client come to itself. */
    void recover() throws InterruptedException {
        mischief.end();
        Instant end = venue.time().plus(mischief.untilWell());
        while (venue.time().isBefore(end)) {
            step();
        }
    }

    Mischief mischief() {
        return mischief;
    }

    VenueRecord record() {
        return venue.record();
    }

    Instant start() {
        return START;
    }

    Instant now() {
        return venue.time();
    }

    void close() throws InterruptedException {
        ended = true;
        for (int i = 0; i < 20; i++) {
            time.pass(Duration.ofSeconds(5));
        }
        for (Thread each : workers) {
            while (each.isAlive()) {
                step();
            }
        }
        Thread closer = Thread.ofVirtual().start(() -> {
            watched.forEach(each -> each.subscription.close());
            capital.close();
        });
        while (closer.isAlive()) {
            step();
        }
        venue.close();
    }
}
