package io.tradetracker.core.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.order.OrderSide;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OrderRulesTest {
    private static final InstrumentId GOLD = InstrumentId.of("GOLD");
    private static final Losses NO_LOSS = new Losses(1_000, 0, 1_000, 0);
    private static final AccountFacts FRESH = new AccountFacts(1_000, NO_LOSS, 0, 0, 0, null);
    private static final KillSwitch PULLED =
            new KillSwitch(Instant.parse("2024-05-01T10:00:00Z"), "Ann: news", HaltMode.BLOCK);

    private static ProposedOrder buys(double opens) {
        return new ProposedOrder(GOLD, OrderSide.BUY, opens, 10, opens);
    }

    @Nested
    class Position {
        @ParameterizedTest(name = "{0} held and {1} more of {2}: {3}")
        @CsvSource({
            "0,   10,    10,  true",
            "0,   10.01, 10,  false",
            "9,   1,     10,  true",
            "9,   1.001, 10,  false",
            "10,  0.001, 10,  false",
            "0.1, 0.2,   0.3, true",
            "0.7, 0.1,   0.8, true",
            "12,  1,     10,  false",
            "NaN, 1,     10,  false",
        })
        void mayReachItsLimit(double held, double opens, double limit, boolean allowed) {
            OrderRules rules = OrderRules.NONE.withMaxPosition(limit);
            AccountFacts facts = new AccountFacts(1_000, NO_LOSS, held, 0, 0, null);

            RuleOutcome outcome = rules.check(buys(opens), facts).outcomes().getFirst();

            assertThat(outcome.rule()).isEqualTo(RuleName.MAX_POSITION);
            assertThat(outcome.passed()).isEqualTo(allowed);
            assertThat(outcome.limit()).isEqualTo(limit);
            assertThat(outcome.actual()).isEqualTo(Double.valueOf(held + opens));
        }

        @Test
        void saysWhatItSawAndWhatItAllows() {
            CheckResult check = OrderRules.NONE.withMaxPosition(10).check(buys(12.5), FRESH);

            assertThat(check.refusal().orElseThrow().sentence())
                    .isEqualTo("the position in GOLD would be 12.5 units, at most 10 are allowed");
            assertThat(OrderRules.NONE
                            .withMaxPosition(10)
                            .check(buys(10.001), FRESH)
                            .refusal()
                            .orElseThrow()
                            .sentence())
                    .isEqualTo("the position in GOLD would be 10.001 units, at most 10 are allowed");
        }
    }

    @Nested
    class Exposure {
        // equity 1,000; a unit costs 10
        @ParameterizedTest(name = "{0} open, {1} closed and {2} opened at {3} of {4} %: {5}")
        @CsvSource({
            "0,    0,  100,   10,  100, true",
            "0,    0,  100.1, 10,  100, false",
            "500,  0,  50,    10,  100, true",
            "500,  0,  50.1,  10,  100, false",
            "500,  50, 100,   10,  100, true",
            "500,  50, 100.1, 10,  100, false",
            "0,    0,  200,   10,  200, true",
            "0,    0,  100,   -10, 100, true",
            "0,    0,  101,   -10, 100, false",
            "2000, 0,  1,     10,  100, false",
        })
        void mayReachItsLimit(double open, double closes, double opens, double price, double limit, boolean allowed) {
            OrderRules rules = OrderRules.NONE.withMaxExposure(limit);
            AccountFacts facts = new AccountFacts(1_000, NO_LOSS, 0, open, 0, null);
            ProposedOrder order = new ProposedOrder(GOLD, OrderSide.SELL, closes + opens, price, opens);

            RuleOutcome outcome = rules.check(order, facts).outcomes().getFirst();

            assertThat(outcome.rule()).isEqualTo(RuleName.MAX_EXPOSURE);
            assertThat(outcome.passed()).as(outcome.sentence()).isEqualTo(allowed);
        }

        @ParameterizedTest
        @ValueSource(doubles = {0, -5, Double.NaN})
        void isWithoutEndWhenNothingIsLeft(double equity) {
            AccountFacts facts = new AccountFacts(equity, NO_LOSS, 0, 0, 0, null);

            CheckResult check = OrderRules.NONE.withMaxExposure(1_000).check(buys(1), facts);

            assertThat(check.allowed()).isFalse();
        }

        @Test
        void saysWhatItSawAndWhatItAllows() {
            assertThat(OrderRules.NONE
                            .withMaxExposure(150)
                            .check(buys(162.345), FRESH)
                            .refusal()
                            .orElseThrow()
                            .sentence())
                    .isEqualTo("open positions would be worth 162.35 % of equity, at most 150 % are allowed");
        }
    }

    @Nested
    class OrdersPerHour {
        @ParameterizedTest(name = "{0} before, at most {1}: {2}")
        @CsvSource({"0, 1, true", "1, 1, false", "2, 3, true", "3, 3, false", "4, 3, false"})
        void mayReachTheirLimit(int before, int limit, boolean allowed) {
            AccountFacts facts = new AccountFacts(1_000, NO_LOSS, 0, 0, before, null);

            RuleOutcome outcome = OrderRules.NONE
                    .withMaxOrdersPerHour(limit)
                    .check(buys(1), facts)
                    .outcomes()
                    .getFirst();

            assertThat(outcome)
                    .isEqualTo(new RuleOutcome(
                            RuleName.ORDERS_PER_HOUR,
                            limit,
                            before + 1,
                            allowed,
                            "this would be order " + (before + 1) + " within an hour, at most " + limit
                                    + " are allowed"));
        }
    }

    @Nested
    class LossesOfAnAccount {
        @ParameterizedTest(name = "{0} % of at most {1} %: {2}")
        @CsvSource({"0, 5, true", "4.99, 5, true", "5, 5, false", "5.01, 5, false", "NaN, 5, false", "100, 100, false"})
        void blockWhenTheyReachTheirLimit(double percent, double limit, boolean allowed) {
            AccountFacts ofDay = new AccountFacts(1_000, new Losses(1_000, percent, 1_000, 0), 0, 0, 0, null);
            AccountFacts fromPeak = new AccountFacts(1_000, new Losses(1_000, 0, 1_000, percent), 0, 0, 0, null);
            OrderRules daily = OrderRules.NONE.withMaxDailyLoss(limit, HaltMode.BLOCK);
            OrderRules drawdown = OrderRules.NONE.withMaxDrawdown(limit, HaltMode.BLOCK);

            assertThat(daily.check(buys(1), ofDay).allowed()).isEqualTo(allowed);
            assertThat(daily.check(buys(1), fromPeak).allowed()).isTrue();
            assertThat(drawdown.check(buys(1), fromPeak).allowed()).isEqualTo(allowed);
            assertThat(drawdown.check(buys(1), ofDay).allowed()).isTrue();
        }

        @Test
        void sayHowGreatTheyAre() {
            OrderRules rules =
                    OrderRules.NONE.withMaxDailyLoss(5, HaltMode.CLOSE).withMaxDrawdown(20, HaltMode.CLOSE);
            AccountFacts facts = new AccountFacts(800, new Losses(900, 11.1111, 1_000, 20), 0, 0, 0, null);

            assertThat(rules.check(buys(1), facts).outcomes())
                    .extracting(RuleOutcome::sentence)
                    .containsExactly(
                            "equity fell by 20 % from its peak, the limit is 20 %",
                            "equity fell by 11.11 % since the day began, the limit is 5 %");
        }
    }

    @Nested
    class TheKillSwitch {
        private final AccountFacts killed = new AccountFacts(1_000, NO_LOSS, 0, 0, 0, PULLED);

        @Test
        void blocksWithoutAnyLimit() {
            CheckResult check = OrderRules.NONE.check(buys(1), killed);

            assertThat(check.refusal().orElseThrow().rule()).isEqualTo(RuleName.KILL_SWITCH);
            assertThat(check.refusal().orElseThrow().sentence())
                    .isEqualTo("the kill switch is on since 2024-05-01T10:00:00Z: Ann: news");
        }

        @Test
        void weighsMostOfAll() {
            OrderRules all = everything();

            CheckResult check = all.check(buys(1_000), killed);

            assertThat(check.outcomes())
                    .extracting(RuleOutcome::rule)
                    .containsExactly(
                            RuleName.KILL_SWITCH,
                            RuleName.DRAWDOWN,
                            RuleName.DAILY_LOSS,
                            RuleName.ORDERS_PER_HOUR,
                            RuleName.MAX_POSITION,
                            RuleName.MAX_EXPOSURE);
            assertThat(check.outcomes())
                    .extracting(RuleOutcome::passed)
                    .containsExactly(false, true, true, true, false, false);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "\n"})
        void needsAReason(String reason) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new KillSwitch(Instant.EPOCH, reason, HaltMode.CLOSE))
                    .withMessageContaining("the reason must say who and why");
        }

        @Test
        void takesNoReasonWithoutEnd() {
            assertThatNoException().isThrownBy(() -> new KillSwitch(Instant.EPOCH, "x".repeat(500), HaltMode.CLOSE));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new KillSwitch(Instant.EPOCH, "x".repeat(501), HaltMode.CLOSE))
                    .withMessageEndingWith("but has 501");
        }
    }

    private static OrderRules everything() {
        return OrderRules.NONE
                .withMaxPosition(10)
                .withMaxExposure(100)
                .withMaxOrdersPerHour(2)
                .withMaxDailyLoss(5, HaltMode.CLOSE)
                .withMaxDrawdown(20, HaltMode.BLOCK);
    }

    @Test
    void saysNothingWithoutRules() {
        assertThat(OrderRules.NONE.isNone()).isTrue();
        assertThat(OrderRules.NONE.check(buys(1e9), FRESH)).isEqualTo(CheckResult.NOTHING);
        assertThat(everything().isNone()).isFalse();
    }

    @Test
    void neverRefusesWhatOpensNothing() {
        Random random = new Random(11);
        for (int i = 0; i < 10_000; i++) {
            double units = random.nextInt(4) == 0 ? 0 : random.nextDouble() * 1e6;
            OrderSide side = random.nextBoolean() ? OrderSide.BUY : OrderSide.SELL;
            ProposedOrder order = new ProposedOrder(GOLD, side, units, random.nextGaussian() * 100, 0);
            AccountFacts facts = new AccountFacts(
                    random.nextGaussian() * 1_000,
                    new Losses(random.nextGaussian(), random.nextDouble() * 200, 1, random.nextDouble() * 200),
                    random.nextDouble() * 1e6,
                    random.nextDouble() * 1e9,
                    random.nextInt(100),
                    random.nextBoolean() ? PULLED : null);

            assertThat(everything().check(order, facts))
                    .as("seed 11, %s with %s", order, facts)
                    .isEqualTo(CheckResult.NOTHING);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.NEGATIVE_INFINITY})
    void refusesALimitThatIsNone(double limit) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OrderRules.NONE.withMaxPosition(limit))
                .withMessage(
                        "largest position of " + limit + " units must be above zero; leave the limit out for no limit");
        assertThatIllegalArgumentException().isThrownBy(() -> OrderRules.NONE.withMaxExposure(limit));
        assertThatIllegalArgumentException().isThrownBy(() -> OrderRules.NONE.withMaxDailyLoss(limit, HaltMode.CLOSE));
        assertThatIllegalArgumentException().isThrownBy(() -> OrderRules.NONE.withMaxDrawdown(limit, HaltMode.CLOSE));
        assertThatIllegalArgumentException().isThrownBy(() -> OrderRules.NONE.withMaxOrdersPerHour(0));
        assertThatIllegalArgumentException().isThrownBy(() -> OrderRules.NONE.withMaxOrdersPerHour(-3));
    }

    @Test
    void refusesALossOfMoreThanAll() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OrderRules.NONE.withMaxDrawdown(100.1, HaltMode.CLOSE))
                .withMessage("largest drawdown of 100.1 % must be at most 100 %, such as 5");
        assertThatNoException().isThrownBy(() -> OrderRules.NONE.withMaxDrawdown(100, HaltMode.CLOSE));
    }

    @Test
    void refusesAnOrderThatIsNone() {
        for (double[] odd : List.of(
                new double[] {-1, 10, 0},
                new double[] {1, 10, 2},
                new double[] {1, 10, -1},
                new double[] {Double.NaN, 10, 0},
                new double[] {1, 10, Double.NaN},
                new double[] {Double.POSITIVE_INFINITY, 10, 0},
                new double[] {1, Double.NaN, 1},
                new double[] {1, Double.NEGATIVE_INFINITY, 1})) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ProposedOrder(GOLD, OrderSide.BUY, odd[0], odd[1], odd[2]));
        }
    }

    @Test
    void readsModesAsPeopleWriteThem() {
        assertThat(HaltMode.parse(" close ")).isEqualTo(HaltMode.CLOSE);
        assertThat(HaltMode.parse(HaltMode.BLOCK.toString())).isEqualTo(HaltMode.BLOCK);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HaltMode.parse("panic"))
                .withMessage("mode 'panic' must be block or close");
    }
}
