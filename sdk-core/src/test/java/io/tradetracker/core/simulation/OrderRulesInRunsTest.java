package io.tradetracker.core.simulation;

import static io.tradetracker.api.order.OrderSide.BUY;
import static io.tradetracker.api.order.OrderSide.SELL;
import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.core.backtest.BacktestResult;
import io.tradetracker.core.risk.HaltMode;
import io.tradetracker.core.risk.OrderRules;
import io.tradetracker.core.risk.RuleName;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the simulated account does with order rules. Candles are hours, the first opens at midnight of UTC. */
final class OrderRulesInRunsTest {
    private static final String FLAT = "10 10 10 10";

    private static Scene scene(OrderRules rules, String... candles) {
        return Scene.of(candles).with(builder -> builder.cash(1_000).orderRules(rules));
    }

    private static String[] flat(int count) {
        String[] candles = new String[count];
        Arrays.fill(candles, FLAT);
        return candles;
    }

    @Nested
    class Position {
        private final OrderRules rules = OrderRules.NONE.withMaxPosition(5);

        @Test
        void mayReachItsLimitAndNoMore() {
            Scene scene = scene(rules, flat(5))
                    .rules(each -> each.withMaxEntries(9))
                    .at(0, Decision.enter(BUY).quantity(3))
                    .at(1, Decision.enter(BUY).quantity(2))
                    .at(2, Decision.enter(BUY).quantity(0.01).tag("more"));

            assertThat(scene.fills()).containsExactly("1 BUY 3@10 ENTRY", "2 BUY 2@10 ENTRY");
            assertThat(scene.run().rejections()).singleElement().satisfies(rejection -> {
                assertThat(rejection.code()).isEqualTo("MAX_POSITION");
                assertThat(rejection.tag()).isEqualTo("more");
                assertThat(rejection.message())
                        .isEqualTo("the position in TEST would be 5.01 units, at most 5 are allowed");
            });
        }

        @Test
        void closesWhatAReversalMayNotOpen() {
            Scene scene = scene(rules, flat(4))
                    .at(0, Decision.enter(BUY).quantity(5))
                    .at(1, Decision.reverse(SELL).quantity(6));

            assertThat(scene.fills()).containsExactly("1 BUY 5@10 ENTRY", "2 SELL 5@10 EXIT");
            assertThat(scene.refusals()).containsExactly("MAX_POSITION");
        }

        @Test
        void closesWhatANettingOrderMayNotTurnOver() {
            Scene scene = scene(rules, flat(4))
                    .at(0, Decision.enter(BUY).quantity(5))
                    .at(1, Decision.order(SELL).quantity(10.5));

            assertThat(scene.fills()).containsExactly("1 BUY 5@10 ENTRY", "2 SELL 5@10 EXIT");
            assertThat(scene.refusals()).containsExactly("MAX_POSITION");
            assertThat(scene.at(1, Decision.order(SELL).quantity(10)).fills())
                    .containsExactly("1 BUY 5@10 ENTRY", "2 SELL 10@10 REVERSE");
        }

        @Test
        void countsEachSideOfAHedgingAccount() {
            Scene scene = scene(rules, flat(4))
                    .rules(each -> each.withPositionMode(PositionMode.HEDGING))
                    .at(0, Decision.enter(BUY).quantity(5))
                    .at(1, Decision.enter(SELL).quantity(5));

            assertThat(scene.fills()).containsExactly("1 BUY 5@10 ENTRY", "2 SELL 5@10 ENTRY");
        }
    }

    @Nested
    class Exposure {
        @Test
        void isOfTheEquityAndThePriceAtTheFill() {
            // 1,000 and 10 units bought at 10; at 20 equity is 1,100 and 10 units are worth 200
            Scene scene = scene(OrderRules.NONE.withMaxExposure(100), FLAT, FLAT, "20 20 20 20", "20 20 20 20")
                    .rules(each -> each.withMaxEntries(9))
                    .at(0, Decision.enter(BUY).quantity(10))
                    .at(1, Decision.enter(BUY).quantity(45));

            assertThat(scene.fills()).containsExactly("1 BUY 10@10 ENTRY", "2 BUY 45@20 ENTRY");
            assertThat(scene.at(1, Decision.enter(BUY).quantity(45.1)).refusals())
                    .containsExactly("MAX_EXPOSURE");
        }

        @Test
        void countsTheMultiplierOfAContract() {
            Scene scene = Scene.of(Instrument.of("ES").withMultiplier("50"), flat(3))
                    .with(builder -> builder.cash(1_000).orderRules(OrderRules.NONE.withMaxExposure(100)));

            assertThat(scene.at(0, Decision.enter(BUY).quantity(2)).refusals()).isEmpty();
            assertThat(scene.at(0, Decision.enter(BUY).quantity(2.01)).refusals())
                    .containsExactly("MAX_EXPOSURE");
        }
    }

    @Nested
    class OrdersPerHour {
        private final OrderRules rules = OrderRules.NONE.withMaxOrdersPerHour(2);

        @Test
        void countsOrdersWhenTheyAreMadeNotWhenTheyFill() {
            Decision waits = Decision.enter(BUY).atLimit(5);
            Scene scene = scene(rules, flat(4)).at(0, waits.and(waits).and(waits));

            assertThat(scene.refusals()).containsExactly("ORDERS_PER_HOUR");
            assertThat(scene.run().rejections().getFirst().message())
                    .isEqualTo("this would be order 3 within an hour, at most 2 are allowed");
            assertThat(scene.at(1, waits).refusals()).hasSize(1);
        }

        @Test
        void doesNotCountWhatCloses() {
            Scene scene = scene(rules, flat(4))
                    .at(0, Decision.enter(BUY).quantity(3))
                    .at(
                            1,
                            Decision.exit()
                                    .quantity(1)
                                    .and(Decision.order(SELL).quantity(1))
                                    .and(Decision.order(SELL).reduceOnly().quantity(1))
                                    .and(Decision.exit().quantity(1))
                                    .and(Decision.enter(SELL).atLimit(99))
                                    .and(Decision.enter(SELL).atLimit(98)));

            assertThat(scene.refusals()).isEmpty();
            assertThat(scene.fills()).hasSize(4);
        }

        @Test
        void doesNotCountWhatCannotBeDoneAnyway() {
            Scene scene = scene(OrderRules.NONE.withMaxOrdersPerHour(1), flat(3))
                    .at(0, Decision.enter(BUY).stopLoss(11).and(Decision.enter(BUY)));

            assertThat(scene.refusals()).containsExactly("STOP_ON_WRONG_SIDE");
        }
    }

    @Nested
    class DailyLoss {
        private String[] fallsAndRises() {
            String[] candles = flat(30);
            candles[3] = "10 10 5 5";
            candles[4] = "5 12 5 12";
            for (int i = 5; i < 30; i++) {
                candles[i] = "12 12 12 12";
            }
            return candles;
        }

        @Test
        void blocksForTheRestOfTheDayAndKeepsWhatIsOpen() {
            Scene scene = scene(OrderRules.NONE.withMaxDailyLoss(5, HaltMode.BLOCK), fallsAndRises())
                    .rules(each -> each.withMaxEntries(9))
                    .at(1, Decision.enter(BUY).quantity(10))
                    .at(2, Decision.enter(BUY).atLimit(1))
                    .at(10, Decision.enter(BUY))
                    .at(23, Decision.enter(BUY))
                    .at(24, Decision.enter(BUY));

            assertThat(scene.fills()).containsExactly("2 BUY 10@10 ENTRY", "25 BUY 1@12 ENTRY");
            assertThat(scene.refusals()).containsExactly("DAILY_LOSS", "DAILY_LOSS", "DAILY_LOSS");
            assertThat(scene.run().notices())
                    .extracting(AccountNotice::message)
                    .containsExactly("equity fell by 5 % since the day began, the limit is 5 %; nothing is opened until"
                            + " tomorrow");
        }

        @Test
        void isNotReachedByLess() {
            Scene scene = scene(OrderRules.NONE.withMaxDailyLoss(5, HaltMode.BLOCK), fallsAndRises())
                    .at(1, Decision.enter(BUY).quantity(9.99));

            assertThat(scene.run().notices()).isEmpty();
        }

        @Test
        void cannotBeKeptFromClosing() {
            Scene scene = scene(OrderRules.NONE.withMaxDailyLoss(5, HaltMode.CLOSE), fallsAndRises())
                    .at(1, Decision.enter(BUY).quantity(10))
                    .at(3, Decision.cancelAll());

            assertThat(scene.fills()).containsExactly("2 BUY 10@10 ENTRY", "4 SELL 10@5 HALT");
        }
    }

    @Nested
    class Drawdown {
        @Test
        void blocksUntilTheRunEndsSinceNobodyResumes() {
            String[] candles = flat(60);
            candles[2] = "10 20 10 20";
            candles[3] = "20 20 10 10";
            Scene scene = scene(OrderRules.NONE.withMaxDrawdown(20, HaltMode.BLOCK), candles)
                    .rules(each -> each.withMaxEntries(9))
                    .at(0, Decision.enter(BUY).quantity(25).stopLoss(9))
                    .at(4, Decision.exit().percent(50))
                    .at(55, Decision.enter(BUY));

            // peak 1,250; then 1,000
            assertThat(scene.fills()).containsExactly("1 BUY 25@10 ENTRY", "5 SELL 12.5@10 EXIT");
            assertThat(scene.refusals()).containsExactly("DRAWDOWN");
            assertThat(scene.run().notices()).extracting(AccountNotice::code).containsExactly("DRAWDOWN_HALT");
        }

        @Test
        void leavesProtectionInForce() {
            String[] candles = flat(8);
            candles[3] = "10 10 8 8";
            candles[5] = "8 8 6 6";
            Scene scene = scene(OrderRules.NONE.withMaxDrawdown(10, HaltMode.BLOCK), candles)
                    .at(0, Decision.enter(BUY).quantity(50).stopLoss(7));

            assertThat(scene.fills()).containsExactly("1 BUY 50@10 ENTRY", "5 SELL 50@7 STOP_LOSS");
        }

        @Test
        void leavesANettingOrderThatClosesAndRefusesWhatItWouldOpenLater() {
            String[] candles = flat(8);
            candles[3] = "10 10 7 7";
            candles[4] = "7 7 7 7";
            candles[5] = "7 12 7 12";
            Scene scene = scene(OrderRules.NONE.withMaxDrawdown(10, HaltMode.CLOSE), candles)
                    .at(0, Decision.enter(BUY).quantity(50))
                    .at(1, Decision.order(SELL).quantity(50).atLimit(12).tag("target"));

            // the halt closes at 7 first; what would have closed at 12 would open there
            assertThat(scene.fills()).containsExactly("1 BUY 50@10 ENTRY", "4 SELL 50@7 HALT");
            assertThat(scene.run().refusedChecks())
                    .extracting(check -> check.time().toEpochMilli() / 3_600_000 + " " + check.tag())
                    .containsExactly("5 target");
        }
    }

    @Test
    void asksAgainAboutAnOrderThatMayOpenOnceEntriesAreBlocked() {
        String[] candles = flat(8);
        candles[3] = "10 10 7 7";
        candles[4] = "7 7 7 7";
        candles[5] = "7 12 7 12";
        Scene scene = scene(OrderRules.NONE.withMaxDrawdown(10, HaltMode.CLOSE), candles)
                .at(
                        0,
                        Decision.enter(BUY)
                                .quantity(50)
                                .and(Decision.order(SELL).quantity(50).atLimit(12)));

        assertThat(scene.fills()).containsExactly("1 BUY 50@10 ENTRY", "4 SELL 50@7 HALT");
        assertThat(scene.refusals()).containsExactly("DRAWDOWN");
    }

    @Test
    void saysHowOftenEachRuleRefused() {
        BacktestResult result = scene(OrderRules.NONE.withMaxPosition(5).withMaxOrdersPerHour(2), flat(9))
                .at(0, Decision.enter(BUY).quantity(6))
                .at(2, Decision.enter(BUY).quantity(7))
                .at(
                        4,
                        Decision.enter(BUY)
                                .atLimit(1)
                                .and(Decision.enter(BUY).atLimit(1))
                                .and(Decision.enter(BUY)))
                .run();

        assertThat(result.report().refusedByRule())
                .isEqualTo(Map.of(RuleName.MAX_POSITION, 2, RuleName.ORDERS_PER_HOUR, 1));
        assertThat(result.report().toString()).contains("Refused by rule   MAX_POSITION 2, ORDERS_PER_HOUR 1\n");
        assertThat(result.refusedChecks()).hasSize(3);
    }

    @Test
    void keepsTheChecksWithEverythingTheyFound() {
        BacktestResult result = scene(
                        OrderRules.NONE.withMaxPosition(5).withMaxExposure(50).withMaxDrawdown(10, HaltMode.CLOSE),
                        flat(3))
                .at(0, Decision.enter(BUY).quantity(6).tag("a"))
                .run();

        assertThat(result.refusedChecks()).singleElement().satisfies(check -> {
            assertThat(check.tag()).isEqualTo("a");
            assertThat(check.result().outcomes())
                    .extracting(outcome -> outcome.rule() + " " + outcome.passed())
                    .containsExactly("MAX_POSITION false", "MAX_EXPOSURE true");
        });
    }
}
