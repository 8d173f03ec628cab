package io.tradetracker.core.simulation;

import static io.tradetracker.api.order.OrderSide.BUY;
import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.PositionSize;
import io.tradetracker.core.risk.HaltMode;
import io.tradetracker.core.risk.OrderRules;
import java.util.Arrays;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class AccountRulesTest {
    @Nested
    class Refused {
        @Test
        void recordsNonsenseWithAReason() {
            assertThat(Scene.of("10 10 10 10", "10 10 10 10", "10 10 10 10")
                            .at(0, Decision.enter(BUY).stopLoss(11))
                            .at(1, Decision.enter(BUY).takeProfit(9))
                            .at(2, Decision.amend().stopLoss(9))
                            .refusals())
                    .containsExactly("STOP_ON_WRONG_SIDE", "TARGET_ON_WRONG_SIDE", "NO_POSITION");
            assertThat(Scene.of("10 10 10 10", "10 10 10 10", "10 10 10 10")
                            .at(0, Decision.enter(BUY).on(InstrumentId.of("GONE")))
                            .at(1, Decision.enter(BUY).riskPercent(1))
                            .at(2, Decision.enter(BUY).quantity(1e13))
                            .refusals())
                    .containsExactly("UNKNOWN_INSTRUMENT", "NO_STOP_LOSS");
        }

        @Test
        void saysWhyAQuantityIsNotPossible() {
            assertThat(Scene.of("10 10 10 10", "10 10 10 10")
                            .at(0, Decision.enter(BUY).quantity(1e13))
                            .refusals())
                    .containsExactly("QUANTITY_TOO_LARGE");
            assertThat(Scene.of("10 10 10 10", "10 10 10 10")
                            .at(0, Decision.enter(BUY).quantity(1e-9))
                            .refusals())
                    .containsExactly("QUANTITY_TOO_SMALL");
        }

        @Test
        void wantsMargin() {
            assertThat(Scene.of("10 10 10 10", "10 10 10 10")
                            .rules(rules -> rules.withMargin(Margin.leverage(2)))
                            .with(builder -> builder.cash(100))
                            .at(0, Decision.enter(BUY).quantity(21))
                            .refusals())
                    .containsExactly("INSUFFICIENT_MARGIN");
        }
    }

    @Nested
    class TheAccount {
        @Test
        void isClosedOutWhereEquityMeetsItsLevel() {
            // 100 of cash, 20 units at 10: equity 100 + 20 (p - 10), margin 10 p; equal to half of it at 6.66…
            Scene scene = Scene.of("10 10 10 10", "10 10 10 10", "10 10 5 6")
                    .rules(rules -> rules.withMargin(Margin.leverage(2)))
                    .with(builder -> builder.cash(100))
                    .at(0, Decision.enter(BUY).quantity(20));

            assertThat(scene.fills()).containsExactly("1 BUY 20@10 ENTRY", "2 SELL 20@6.66666666666667 CLOSE_OUT");
        }

        @Test
        void isHaltedForTheDayByItsLoss() {
            String[] candles = new String[30];
            Arrays.fill(candles, "10 10 10 10");
            candles[3] = "10 10 8 8";
            candles[4] = "8 8 8 8";
            Scene scene = Scene.of(candles)
                    .with(builder -> builder.orderRules(OrderRules.NONE.withMaxDailyLoss(5, HaltMode.CLOSE)))
                    .with(builder -> builder.cash(100))
                    .at(1, Decision.enter(BUY).quantity(5))
                    .at(5, Decision.enter(BUY).quantity(1))
                    .at(25, Decision.enter(BUY).quantity(1));

            assertThat(scene.fills()).containsExactly("2 BUY 5@10 ENTRY", "4 SELL 5@8 HALT", "26 BUY 1@10 ENTRY");
            assertThat(scene.refusals()).containsExactly("DAILY_LOSS");
            assertThat(scene.run().notices()).extracting(AccountNotice::code).containsExactly("DAILY_LOSS_HALT");
        }

        @Test
        void isAskedForMoreMarginOnce() {
            assertThat(Scene.of("10 10 10 10", "10 10 10 10", "9 9 9 9", "9 9 9 9")
                            .rules(rules -> rules.withMargin(Margin.leverage(2)))
                            .with(builder -> builder.cash(100))
                            .at(0, Decision.enter(BUY).quantity(20))
                            .run()
                            .notices())
                    .extracting(AccountNotice::code)
                    .containsExactly("MARGIN_CALL");
        }

        @Test
        void closesWhatIsOpenAtTheEndWhenTheRunSaysSo() {
            Scene scene = Scene.of("10 10 10 10", "10 10 10 10", "11 12 11 12")
                    .at(0, Decision.enter(BUY))
                    .with(builder -> builder.closeAtEnd(true));

            assertThat(scene.fills()).containsExactly("1 BUY 1@10 ENTRY", "3 SELL 1@12 END_OF_RUN");
            assertThat(scene.run().report().finalEquity()).isEqualTo(10_002);
        }
    }

    @Nested
    class Sized {
        @Test
        void paysWithAllCashAndNotAUnitMore() {
            assertThat(Scene.of("2.2 2.2 2.2 2.2", "2.2 2.2 2.2 2.2")
                            .with(builder -> builder.cash(1100))
                            .at(0, Decision.enter(BUY).size(PositionSize.allCash()))
                            .fills())
                    .containsExactly("1 BUY 500@2.2 ENTRY");
            assertThat(Scene.of("2 2 2 2", "2 2 2 2")
                            .with(builder -> builder.cash(100).costs(Costs.NONE.withCommission(Commission.perFill(1))))
                            .at(0, Decision.enter(BUY).size(PositionSize.allCash()))
                            .fills())
                    .containsExactly("1 BUY 49@2 ENTRY");
        }

        @Test
        void doesNotSearchForEverWithMoreCashThanADoubleCanCount() {
            assertThat(Scene.of("0.0000001 0.0000001 0.0000001 0.0000001", "0.0000001 0.0000001 0.0000001 0.0000001")
                            .with(builder -> builder.cash(1e300))
                            .at(0, Decision.enter(BUY).size(PositionSize.allCash()))
                            .refusals())
                    .isEmpty();
        }

        @Test
        void risksAShareOfEquityAtTheFurtherOfBothPrices() {
            assertThat(Scene.of("100 100 100 100", "95.5 95.5 95.5 95.5")
                            .at(0, Decision.enter(BUY).riskPercent(1).stopLoss(95))
                            .fills())
                    .containsExactly("1 BUY 20@95.5 ENTRY");
        }

        @Test
        void countsAContractByItsMultiplier() {
            Instrument contract = Instrument.of("ES").withMultiplier("50");
            Scene scene = Scene.of(contract, "100 100 100 100", "100 100 100 100", "102 102 102 102", "102 102 102 102")
                    .at(0, Decision.enter(BUY).size(PositionSize.percentOfEquity(100)))
                    .at(2, Decision.exit());

            assertThat(scene.fills()).containsExactly("1 BUY 2@100 ENTRY", "3 SELL 2@102 EXIT");
            assertThat(scene.run().report().finalEquity()).isEqualTo(10_200);
        }

        @Test
        void isWorkedOutAtTheDecisionWhenTheRunSaysSo() {
            assertThat(Scene.of("100 100 100 100", "50 50 50 50")
                            .rules(rules -> rules.withSizeAt(SizeAt.DECISION))
                            .at(0, Decision.enter(BUY).size(PositionSize.percentOfEquity(100)))
                            .fills())
                    .containsExactly("1 BUY 100@50 ENTRY");
        }
    }
}
