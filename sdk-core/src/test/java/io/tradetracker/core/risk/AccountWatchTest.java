package io.tradetracker.core.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradetracker.testkit.Allocation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AccountWatchTest {
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final KillSwitch PULLED = new KillSwitch(Instant.EPOCH, "Bob: enough", HaltMode.CLOSE);

    private static AccountWatch watch(OrderRules rules) {
        return new AccountWatch(rules, 1_000);
    }

    private static int orders(AccountWatch watch, long time) {
        return watch.facts(time, 1_000, 0, 0).ordersLastHour();
    }

    @Test
    void forgetsAnOrderWhenAnHourHasPassed() {
        AccountWatch watch = watch(OrderRules.NONE.withMaxOrdersPerHour(3));
        watch.onOrder(0);
        watch.onOrder(30 * MINUTE);

        assertThat(orders(watch, 0)).isEqualTo(2);
        assertThat(orders(watch, HOUR - 1)).isEqualTo(2);
        assertThat(orders(watch, HOUR)).isEqualTo(1);
        assertThat(orders(watch, 90 * MINUTE - 1)).isEqualTo(1);
        assertThat(orders(watch, 90 * MINUTE)).isZero();
    }

    @Test
    void countsAnyNumberOfOrdersOfOneMoment() {
        AccountWatch watch = watch(OrderRules.NONE.withMaxOrdersPerHour(1_000_000));
        for (int i = 0; i < 10_000; i++) {
            watch.onOrder(i / 100);
        }

        assertThat(orders(watch, 100)).isEqualTo(10_000);
        assertThat(orders(watch, HOUR + 49)).isEqualTo(5_000);
    }

    @Test
    void beginsTheDayAtMidnightOfUtcWithTheEquityBefore() {
        AccountWatch watch = watch(OrderRules.NONE.withMaxDailyLoss(5, HaltMode.BLOCK));
        watch.onTime(DAY - 1, 1_000);
        watch.onEquity(960);

        assertThat(watch.losses().dayPercent()).isCloseTo(4, within(1e-12));
        watch.onTime(DAY, 960);
        assertThat(watch.losses()).isEqualTo(new Losses(960, 0, 1_000, 4));
        watch.onEquity(912.01);
        assertThat(watch.takeReached()).isEmpty();
        watch.onEquity(912);
        assertThat(watch.takeReached()).extracting(RuleOutcome::rule).containsExactly(RuleName.DAILY_LOSS);
    }

    @Test
    void remembersTheGreatestLossOfTheDay() {
        AccountWatch watch = watch(OrderRules.NONE.withMaxDailyLoss(5, HaltMode.BLOCK));
        watch.onTime(0, 1_000);
        watch.onEquity(940);
        watch.onEquity(1_100);

        assertThat(watch.losses().dayPercent()).isEqualTo(6);
        assertThat(watch.losses().dayStartEquity()).isEqualTo(1_000);
    }

    @Test
    void tellsOfALimitOnceADay() {
        AccountWatch watch = watch(OrderRules.NONE.withMaxDailyLoss(5, HaltMode.BLOCK));
        watch.onTime(0, 1_000);
        watch.onEquity(950);

        assertThat(watch.takeReached()).hasSize(1);
        watch.onEquity(900);
        assertThat(watch.takeReached()).isEmpty();
        watch.onTime(DAY, 900);
        watch.onEquity(855);
        assertThat(watch.takeReached()).hasSize(1);
    }

    @Test
    void staysInADrawdownUntilSomebodyResumes() {
        AccountWatch watch = watch(OrderRules.NONE.withMaxDrawdown(10, HaltMode.BLOCK));
        watch.onEquity(2_000);
        watch.onEquity(1_800.01);
        assertThat(watch.takeReached()).isEmpty();
        watch.onEquity(1_800);
        assertThat(watch.takeReached()).extracting(RuleOutcome::rule).containsExactly(RuleName.DRAWDOWN);
        watch.onEquity(3_000);
        watch.onTime(9 * DAY, 3_000);

        assertThat(watch.losses().drawdownPercent()).isEqualTo(10);
        assertThat(watch.resume(2_500)).isTrue();
        assertThat(watch.losses().peakEquity()).isEqualTo(2_500);
        assertThat(watch.losses().drawdownPercent()).isZero();
        watch.onEquity(2_250);
        assertThat(watch.takeReached()).hasSize(1);
    }

    @Test
    void keepsItsPeakWhenThereWasNothingToResume() {
        AccountWatch watch = watch(OrderRules.NONE.withMaxDrawdown(10, HaltMode.BLOCK));
        watch.onEquity(2_000);
        watch.onEquity(1_900);

        assertThat(watch.resume(1_900)).isFalse();
        watch.kill(PULLED);
        assertThat(watch.resume(1_900)).isTrue();
        assertThat(watch.killSwitch()).isNull();
        assertThat(watch.losses().peakEquity()).isEqualTo(2_000);
    }

    @Test
    void holdsTheLossOfADayWhenSomebodyResumes() {
        AccountWatch watch = watch(OrderRules.NONE.withMaxDailyLoss(5, HaltMode.BLOCK));
        watch.onTime(0, 1_000);
        watch.onEquity(900);

        watch.resume(900);

        assertThat(watch.losses().dayPercent()).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1_000})
    void callsItALossWithoutEndToBeginWithNothing(double equity) {
        AccountWatch watch = watch(OrderRules.NONE.withMaxDailyLoss(100, HaltMode.BLOCK));
        watch.onTime(0, equity);
        watch.onEquity(equity);

        assertThat(watch.takeReached()).extracting(RuleOutcome::actual).containsExactly(Double.POSITIVE_INFINITY);
    }

    @Test
    void blocksWhenItDoesNotKnowWhatIsLeft() {
        OrderRules rules = OrderRules.NONE.withMaxDrawdown(50, HaltMode.BLOCK);
        AccountWatch watch = watch(rules);
        watch.onEquity(Double.NaN);
        watch.onEquity(1_000);

        assertThat(rules.checkPlacing(watch.facts(0, 1_000, 0, 0)).allowed()).isFalse();
        assertThat(watch.takeReached()).hasSize(1);
    }

    @Test
    void allocatesNothingForACandle() {
        AccountWatch watch =
                watch(OrderRules.NONE.withMaxDailyLoss(50, HaltMode.BLOCK).withMaxDrawdown(50, HaltMode.CLOSE));
        boolean[] reached = {false};

        long bytes = Allocation.leastBytes(20, () -> {
            for (int i = 0; i < 10_000; i++) {
                watch.onTime(i * HOUR, 1_000);
                watch.onEquity(1_000 + i % 7);
                reached[0] |= !watch.takeReached().isEmpty();
            }
        });

        assertThat(bytes).isZero();
        assertThat(reached[0]).isFalse();
    }

    /** What the watch says, found anew from everything that ever happened. */
    private static final class History {
        private final List<long[]> times = new ArrayList<>();
        private final List<double[]> equities = new ArrayList<>();
        private final List<Long> orders = new ArrayList<>();
        private int peakFrom;

        void time(long millis, double equity) {
            times.add(new long[] {millis, equities.size()});
            equities.add(new double[] {equity, 0});
        }

        void equity(double equity) {
            equities.add(new double[] {equity, 1});
        }

        long ordersLastHour(long now) {
            return orders.stream()
                    .filter(time -> time > now - HOUR && time <= now)
                    .count();
        }

        Losses losses() {
            long today = Math.floorDiv(times.getLast()[0], DAY);
            int from = (int) times.stream()
                    .filter(time -> Math.floorDiv(time[0], DAY) == today)
                    .findFirst()
                    .orElseThrow()[1];
            double start = equities.get(from)[0];
            double lost = 0;
            for (double[] each : equities.subList(from, equities.size())) {
                lost = each[1] == 1 ? Math.max(lost, 100 * (start - each[0]) / start) : lost;
            }
            double peak = equities.get(peakFrom)[0];
            double fell = 0;
            for (double[] each : equities.subList(peakFrom + 1, equities.size())) {
                peak = each[1] == 1 ? Math.max(peak, each[0]) : peak;
                fell = each[1] == 1 ? Math.max(fell, 100 * (peak - each[0]) / peak) : fell;
            }
            return new Losses(start, lost, peak, fell);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void agreesWithAModelThatLooksAtTheWholeHistory(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        OrderRules rules = OrderRules.NONE
                .withMaxOrdersPerHour(1 + random.nextInt(6))
                .withMaxDailyLoss(1 + random.nextInt(8), HaltMode.BLOCK)
                .withMaxDrawdown(3 + random.nextInt(10), HaltMode.CLOSE);
        AccountWatch watch = watch(rules);
        History history = new History();
        history.time(0, 1_000);
        watch.onTime(0, 1_000);
        long now = random.nextLong(DAY);
        double equity = 1_000;
        int refused = 0;
        int resumed = 0;
        for (int step = 0; step < 1_500; step++) {
            now += random.nextInt(12) == 0 ? random.nextLong(5 * HOUR) : random.nextLong(20 * MINUTE);
            watch.onTime(now, equity);
            history.time(now, equity);
            equity *= 1 + (random.nextDouble() - 0.5) / 50;
            watch.onEquity(equity);
            history.equity(equity);
            Losses losses = history.losses();

            assertThat(watch.losses()).as("seed %d, step %d", seed, step).isEqualTo(losses);
            CheckResult check = rules.checkPlacing(watch.facts(now, equity, 0, 0));
            boolean allowed = losses.drawdownPercent() < rules.maxDrawdownPercent()
                    && losses.dayPercent() < rules.maxDailyLossPercent()
                    && history.ordersLastHour(now) < rules.maxOrdersPerHour();
            assertThat(check.allowed())
                    .as("seed %d, step %d: %s", seed, step, check)
                    .isEqualTo(allowed);
            if (allowed) {
                watch.onOrder(now);
                history.orders.add(now);
            } else {
                refused++;
            }
            if (losses.drawdownPercent() >= rules.maxDrawdownPercent() && random.nextInt(40) == 0) {
                watch.resume(equity);
                history.peakFrom = history.equities.size() - 1;
                resumed++;
            }
        }
        assertThat(refused).as("seed %d", seed).isBetween(100, 1_450);
        assertThat(resumed).as("seed %d", seed).isPositive();
    }
}
