package io.tradetracker.core.simulation;

import static io.tradetracker.api.order.OrderSide.BUY;
import static io.tradetracker.api.order.OrderSide.SELL;
import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentRules;
import io.tradetracker.api.order.TimeInForce;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.core.report.Statistic;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class FillRulesTest {
    @Nested
    class Market {
        @Test
        void fillsAtTheNextOpen() {
            assertThat(Scene.of("10 12 9 11", "13 15 12 14")
                            .at(0, Decision.enter(BUY))
                            .fills())
                    .containsExactly("1 BUY 1@13 ENTRY");
        }

        @Test
        void fillsAtTheCloseWhenTheRunSaysSo() {
            assertThat(Scene.of("10 12 9 11", "13 15 12 14")
                            .at(0, Decision.enter(BUY))
                            .rules(rules -> rules.withFillAt(FillAt.CLOSE))
                            .fills())
                    .containsExactly("1 BUY 1@11 ENTRY");
        }

        @Test
        void fillsNothingAfterTheLastCandle() {
            Scene scene = Scene.of("10 12 9 11", "13 15 12 14").at(1, Decision.enter(BUY));

            assertThat(scene.fills()).isEmpty();
            assertThat(scene.run().openOrders()).singleElement();
        }

        @Test
        void reversesInOneFillAndProtectsAnew() {
            assertThat(Scene.of("10 10 10 10", "10 10 10 10", "12 12 12 12", "12 20 12 12")
                            .at(0, Decision.enter(BUY).stopLoss(9))
                            .at(1, Decision.reverse(SELL).stopLoss(15))
                            .fills())
                    .containsExactly("1 BUY 1@10 ENTRY", "2 SELL 2@12 REVERSE", "3 BUY 1@15 STOP_LOSS");
        }

        @Test
        void closesHalfAndThenTheRest() {
            assertThat(Scene.of("10 10 10 10", "10 10 10 10", "11 11 11 11", "12 12 12 12")
                            .size("units:5")
                            .at(0, Decision.enter(BUY))
                            .at(1, Decision.exit().percent(50))
                            .at(2, Decision.exit())
                            .fills())
                    .containsExactly("1 BUY 5@10 ENTRY", "2 SELL 2.5@11 EXIT", "3 SELL 2.5@12 EXIT");
        }

        @Test
        void closesNoMoreThanThereIs() {
            assertThat(Scene.of("10 10 10 10", "10 10 10 10", "11 11 11 11")
                            .at(0, Decision.enter(BUY))
                            .at(1, Decision.exit().quantity(7))
                            .fills())
                    .containsExactly("1 BUY 1@10 ENTRY", "2 SELL 1@11 EXIT");
        }

        @Test
        void leavesNothingOfBinaryFractions() {
            Instrument coarse = Instrument.of("TEST").withRules(InstrumentRules.of("0.01", "0.1"));
            assertThat(Scene.of(coarse, "10 10 10 10", "10 10 10 10", "10 10 10 10", "10 10 10 10")
                            .at(0, Decision.enter(BUY).quantity(0.7))
                            .at(1, Decision.reverse(SELL).quantity(0.1))
                            .at(2, Decision.exit())
                            .fills())
                    .containsExactly("1 BUY 0.7@10 ENTRY", "2 SELL 0.8@10 REVERSE", "3 BUY 0.1@10 EXIT");
        }
    }

    @Nested
    class Waiting {
        @Test
        void fillsALimitAtItsPriceOrAtABetterOpen() {
            Decision limit = Decision.enter(BUY).atLimit(9);

            assertThat(Scene.of("10 10 10 10", "10 11 8 10").at(0, limit).fills())
                    .containsExactly("1 BUY 1@9 ENTRY");
            assertThat(Scene.of("10 10 10 10", "8.5 11 8 10").at(0, limit).fills())
                    .containsExactly("1 BUY 1@8.5 ENTRY");
            assertThat(Scene.of("10 10 10 10", "10 11 9 10").at(0, limit).fills())
                    .containsExactly("1 BUY 1@9 ENTRY");
        }

        @Test
        void wantsMoreThanATouchWhenTheRunSaysSo() {
            assertThat(Scene.of("10 10 10 10", "10 11 9 10", "10 11 8.9 10")
                            .at(0, Decision.enter(BUY).atLimit(9))
                            .rules(rules -> rules.withLimitFill(LimitFill.THROUGH))
                            .fills())
                    .containsExactly("2 BUY 1@9 ENTRY");
        }

        @Test
        void fillsAStopAtItsPriceOrAtAWorseOpen() {
            Decision stop = Decision.enter(BUY).atStop(12);

            assertThat(Scene.of("10 10 10 10", "10 13 10 10").at(0, stop).fills())
                    .containsExactly("1 BUY 1@12 ENTRY");
            assertThat(Scene.of("10 10 10 10", "12.5 13 12 12").at(0, stop).fills())
                    .containsExactly("1 BUY 1@12.5 ENTRY");
        }

        @Test
        void fillsAStopLimitAtTheStopWhenTheLimitAllowsIt() {
            assertThat(Scene.of("10 10 10 10", "10 13 10 13")
                            .at(0, Decision.enter(BUY).atStopLimit(12, 12.5))
                            .fills())
                    .containsExactly("1 BUY 1@12 ENTRY");
        }

        @Test
        void leavesAStopLimitWaitingWhenTheOpenIsBeyondItsLimit() {
            assertThat(Scene.of("10 10 10 10", "14 15 13 14", "14 14 12 12")
                            .at(0, Decision.enter(BUY).atStopLimit(12, 12.5))
                            .fills())
                    .containsExactly("2 BUY 1@12.5 ENTRY");
        }

        @Test
        void doesNotFillAStopLimitOnAPriceThatMayHaveComeBeforeItsStop() {
            Scene scene = Scene.of("10 10 10 10", "10 13 9 13", "13 13 9 9")
                    .at(0, Decision.enter(BUY).atStopLimit(12, 9.5));

            assertThat(scene.fills()).containsExactly("2 BUY 1@9.5 ENTRY");
            assertThat(scene.run().report().get(Statistic.AMBIGUOUS_CANDLES)).isEqualTo(1);
        }

        @Test
        void livesOneCandleOnly() {
            assertThat(Scene.of("10 10 10 10", "10 10 10 10", "10 10 8 10")
                            .at(0, Decision.enter(BUY).atLimit(9).timeInForce(TimeInForce.NEXT_CANDLE))
                            .fills())
                    .isEmpty();
        }

        @Test
        void endsAtItsMoment() {
            Decision limit = Decision.enter(BUY).atLimit(9);

            assertThat(Scene.of("10 10 10 10", "10 10 10 10", "10 10 8 10")
                            .at(0, limit.goodTill(Instant.ofEpochSecond(2 * 3600)))
                            .fills())
                    .isEmpty();
            assertThat(Scene.of("10 10 10 10", "10 10 10 10", "10 10 8 10")
                            .at(0, limit.goodTill(Instant.ofEpochSecond(3 * 3600)))
                            .fills())
                    .containsExactly("2 BUY 1@9 ENTRY");
        }

        @Test
        void fillsAtOnceOrNever() {
            Decision now = Decision.enter(BUY).atLimit(9).timeInForce(TimeInForce.IOC);

            assertThat(Scene.of("10 10 10 10", "10 10 8 10").at(0, now).fills()).isEmpty();
            assertThat(Scene.of("10 10 10 10", "9 10 8 10").at(0, now).fills()).containsExactly("1 BUY 1@9 ENTRY");
        }

        @Test
        void cancelsTheOtherOfAPairAndOnlyThat() {
            Decision pair = Decision.oneCancelsOther(
                    Decision.enter(BUY).atStop(12), Decision.enter(SELL).atStop(8));
            Decision later = Decision.oneCancelsOther(
                    Decision.enter(BUY).atStop(20), Decision.exit().atLimit(14));

            assertThat(Scene.of("10 10 10 10", "10 12 10 12", "12 12 12 12", "12 15 7 12", "12 21 12 12")
                            .at(0, pair)
                            .at(2, later)
                            .fills())
                    .containsExactly("1 BUY 1@12 ENTRY", "3 SELL 1@14 EXIT");
        }

        @Test
        void takesTheEntryNearerToTheOpen() {
            Decision pair = Decision.oneCancelsOther(
                    Decision.enter(BUY).atStop(12), Decision.enter(SELL).atStop(9));

            assertThat(Scene.of("10 10 10 10", "10 13 8 10").at(0, pair).fills())
                    .containsExactly("1 SELL 1@9 ENTRY");
        }

        @Test
        void exitsAtALimitAndDropsTheOrderWhenNothingIsLeft() {
            Scene scene = Scene.of("10 10 10 10", "10 10 10 10", "10 13 10 10", "10 10 10 10", "10 13 10 10")
                    .at(0, Decision.enter(BUY))
                    .at(1, Decision.exit().atLimit(12).and(Decision.exit().atStop(5)))
                    .at(2, Decision.enter(BUY));

            assertThat(scene.fills()).containsExactly("1 BUY 1@10 ENTRY", "2 SELL 1@12 EXIT", "3 BUY 1@10 ENTRY");
            assertThat(scene.run().openOrders()).isEmpty();
        }

        @Test
        void keepsALimitOnItsStepsAndNeverWorse() {
            Instrument whole = Instrument.of("TEST").withRules(InstrumentRules.of("1", "1"));

            assertThat(Scene.of(whole, "105 105 105 105", "105 105 98 105")
                            .at(0, Decision.enter(BUY).atLimit(99.6))
                            .fills())
                    .containsExactly("1 BUY 1@99 ENTRY");
        }
    }
}
