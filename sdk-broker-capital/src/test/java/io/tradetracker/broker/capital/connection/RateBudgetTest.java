package io.tradetracker.broker.capital.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.broker.capital.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RateBudgetTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final VirtualTime time = new VirtualTime();
    private final RateBudget budget = new RateBudget(RateLimits.DEFAULT, time, CapitalMetrics.NONE);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void neverLetsMoreArriveInAnySecondThanIsAllowed(long seed) throws Exception {
        List<Arrival> arrivals = Collections.synchronizedList(new ArrayList<>());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 120; i++) {
                Random random = new Random(31 * seed + i);
                Purpose purpose = Purpose.values()[random.nextInt(Purpose.values().length)];
                all.add(threads.submit(() -> ask(purpose, random, arrivals)));
            }
            passUntil(all);
        }

        assertThat(arrivals).as("seed %d", seed).hasSize(120);
        List<Long> every = arrivals.stream().map(Arrival::at).sorted().toList();
        for (int i = 8; i < every.size(); i++) {
            assertThat(every.get(i) - every.get(i - 8))
                    .as("nine arrivals, seed %d", seed)
                    .isGreaterThanOrEqualTo(SECOND);
        }
        List<Long> orders = arrivals.stream()
                .filter(each -> each.purpose == Purpose.ORDER)
                .map(Arrival::at)
                .sorted()
                .toList();
        for (int i = 1; i < orders.size(); i++) {
            assertThat(orders.get(i) - orders.get(i - 1)).isGreaterThanOrEqualTo(SECOND / 10);
        }
    }

    /** Arrives at any moment between leaving and the answer. */
    private Object ask(Purpose purpose, Random random, List<Arrival> arrivals) throws InterruptedException {
        RateBudget.Place place = budget.take(purpose, false);
        pause(Duration.ofMillis(random.nextInt(200)));
        arrivals.add(new Arrival(purpose, time.nanos()));
        pause(Duration.ofMillis(random.nextInt(200)));
        place.leave();
        return purpose;
    }

    private void pause(Duration length) throws InterruptedException {
        ReentrantLock lock = new ReentrantLock();
        Condition never = lock.newCondition();
        lock.lock();
        try {
            long end = time.nanos() + length.toNanos();
            while (end - time.nanos() > 0) {
                time.await(lock, never, Duration.ofNanos(end - time.nanos()));
            }
        } finally {
            lock.unlock();
        }
    }

    private void passUntil(List<Future<?>> all) {
        while (!all.stream().allMatch(Future::isDone)) {
            time.pass(Duration.ofMillis(5));
            Thread.onSpinWait();
        }
    }

    @Test
    void letsOrdersGoBeforePrices() throws Exception {
        List<RateBudget.Place> held = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            held.add(budget.take(Purpose.ACCOUNT, false));
        }
        List<Purpose> order = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch started = new CountDownLatch(2);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (Purpose each : List.of(Purpose.MARKET, Purpose.ORDER)) {
                all.add(threads.submit(() -> {
                    started.countDown();
                    budget.take(each, false).leave();
                    order.add(each);
                    return each;
                }));
            }
            started.await();
            while (time.waiting() < 2) {
                Thread.onSpinWait();
            }
            held.forEach(RateBudget.Place::leave);
            passUntil(all);
        }
        assertThat(order).containsExactly(Purpose.ORDER, Purpose.MARKET);
    }

    @Test
    void keepsRoomForTradingWhenPricesUseAllTheyMay() throws Exception {
        for (int i = 0; i < 5; i++) {
            budget.take(Purpose.MARKET, false);
        }
        long before = time.nanos();
        budget.take(Purpose.ORDER, false);
        budget.take(Purpose.TRADING, false);
        budget.take(Purpose.ACCOUNT, false);
        assertThat(time.nanos()).isEqualTo(before);
    }

    @Test
    void pausesLongerEachTimeTheServiceSaysThatItIsTooMuch() throws Exception {
        List<Duration> pauses = new ArrayList<>();
        RateBudget limited = new RateBudget(RateLimits.DEFAULT, time, new CapitalMetrics() {
            @Override
            public void limited(Duration pause) {
                pauses.add(pause);
            }
        });
        for (int i = 0; i < 7; i++) {
            limited.tooMuch();
        }
        limited.taken();
        limited.tooMuch();
        assertThat(pauses).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L, 1L);
    }

    private record Arrival(Purpose purpose, long at) {}
}
